namespace Regent.Server.Tests.Cli;

public sealed class ImportScopesCommandTests : IDisposable
{
    private const string Shop = "/subscriptions/0198f1a2-7c00-7000-8000-00000000000a";
    private const string Company = "/providers/Microsoft.Management/managementGroups/company";

    private readonly LocalData local = new();

    [Fact]
    public async Task A_file_of_scopes_is_known_by_its_first_line_and_told_line_by_line()
    {
        var ran = await local.ImportAsync(
            "ID, displayName ,parent,owner", $"{Shop}/resourceGroups/web,Web,,ada", $"{Shop},Shop,{Company},ada", $"{Company},\"Regent, Inc\",,ada");
        var again = await local.ImportAsync("id,displayName", $"{Shop},Web shop", $"{Company},\"Regent, Inc\"");

        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal($"line 2  new           {Shop}/resourceGroups/web", ran.Lines[0]);
        Assert.Equal("Ignored columns: owner", ran.Lines[3]);
        Assert.Equal(["3 lines: 3 new, 0 changed, 0 unchanged, 0 refused.", "Done."], ran.Lines.TakeLast(2));
        Assert.Equal(
            [$"line 2  changed       {Shop}  displayName", "2 lines: 0 new, 1 changed, 1 unchanged, 0 refused.", "Done."], again.Lines);
    }

    [Fact]
    public async Task A_file_with_errors_is_refused_whole_unless_errors_are_skipped()
    {
        string[] lines = ["id,displayName,parent", $"{Company},Company,", "nowhere,X,", $"{Shop},Shop"];

        var refused = await local.ImportAsync(lines);
        var skipped = await local.RunAsync("import", await local.FileAsync(string.Join('\n', lines)), "--skip-errors");

        Assert.Equal([1, 0], new[] { refused.Exit, skipped.Exit });
        Assert.StartsWith("Nothing was imported.", refused.Lines[^1], StringComparison.Ordinal);
        Assert.Contains("The line has 2 values for 3 columns.", refused.Lines[2], StringComparison.Ordinal);
        Assert.Contains("3 lines: 1 new, 0 changed, 0 unchanged, 2 refused.", skipped.Lines);
    }

    [Fact]
    public async Task A_file_of_people_without_their_names_is_not_taken_for_scopes_and_scopes_are_not_invited()
    {
        var people = await local.ImportAsync("id,displayName,mail", "0198f1a2-7c00-7000-8000-00000000000a,Ada,ada@regent.example");
        var invited = await local.RunAsync("import", await local.FileAsync($"id\n{Company}\n"), "--invite");

        Assert.Equal([2, 2], new[] { people.Exit, invited.Exit });
        Assert.Contains("userPrincipalName has to be among them", people.Error, StringComparison.Ordinal);
        Assert.Contains("--invite is for people", invited.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_scopes_come_in_at_once_and_again_without_a_change()
    {
        string[] lines =
        [
            "id,displayName,parent",
            .. Enumerable.Range(0, 9_899).Select(i => $"/subscriptions/0198f1a2-7c00-7000-8000-0000000000{i % 100:00}/resourceGroups/rg-{i},Group {i},"),
            .. Enumerable.Range(0, 100).Select(i => $"/subscriptions/0198f1a2-7c00-7000-8000-0000000000{i:00},Subscription {i},{Company}"),
            $"{Company},Company,",
        ];

        var first = await local.ImportAsync(lines);
        var second = await local.ImportAsync(lines);

        Assert.Contains("10000 lines: 10000 new, 0 changed, 0 unchanged, 0 refused.", first.Lines);
        Assert.Contains("10000 lines: 0 new, 0 changed, 10000 unchanged, 0 refused.", second.Lines);
    }

    public void Dispose() => local.Dispose();
}
