using Microsoft.Extensions.DependencyInjection;
using Regent.Operations.Ports;

namespace Regent.Server.Tests.Cli;

public sealed class ImportCommandTests : IDisposable
{
    private readonly LocalData local = new();

    [Fact]
    public async Task The_report_says_line_by_line_what_was_new_and_changed_and_sums_it_up()
    {
        await local.ImportAsync("userPrincipalName,displayName", "alan@regent.example,Alan", "grace@regent.example,Grace");

        var ran = await local.ImportAsync(
            "DISPLAYNAME, UserPrincipalName ,surname,memberOf",
            "Ada Lovelace,ada@regent.example,Lovelace,Analysts;Poets",
            "\"Turing, Alan\",alan@regent.example,Turing,",
            "Grace,grace@regent.example,Hopper,");

        Assert.Equal(0, ran.Exit);
        Assert.Equal(
            [
                "line 2  new           ada@regent.example   joins Analysts, joins Poets",
                "line 3  changed       alan@regent.example  displayName",
                "Ignored columns: surname",
                "3 lines: 1 new, 1 changed, 1 unchanged, 0 refused.",
                "New people choose a password first. Print a link for each: regent invite --user UPN --data DIR, or let them ask for one on the sign-in page.",
            ],
            ran.Lines);
        Assert.Empty(ran.Error);
        Assert.Equal("Turing, Alan", (await local.FindAsync("alan@regent.example"))?.DisplayName);
    }

    [Fact]
    public async Task A_file_with_errors_is_refused_whole_and_says_so()
    {
        var ran = await local.ImportAsync("userPrincipalName,displayName", "ada@regent.example,Ada", "nobody,N", "x@y.example,X,more");

        Assert.Equal(1, ran.Exit);
        Assert.Equal("line 2  would be new  ada@regent.example", ran.Lines[0]);
        Assert.StartsWith("line 3  refused       nobody              userPrincipalName", ran.Lines[1], StringComparison.Ordinal);
        Assert.EndsWith("The line has 3 values for 2 columns. Put values that hold a comma in quotes.", ran.Lines[2], StringComparison.Ordinal);
        Assert.StartsWith("Nothing was imported.", ran.Lines[^1], StringComparison.Ordinal);
        Assert.Null(await local.FindAsync("ada@regent.example"));
    }

    [Fact]
    public async Task Errors_can_be_skipped()
    {
        var ran = await local.RunAsync(
            "import", await local.FileAsync("userPrincipalName\nnobody\nada@regent.example\n"), "--skip-errors");

        Assert.Equal(0, ran.Exit);
        Assert.NotNull(await local.FindAsync("ada@regent.example"));
    }

    [Fact]
    public async Task Text_of_the_file_cannot_command_the_terminal()
    {
        var ran = await local.ImportAsync("userPrincipalName,\u001b[2Jx", "nobody\u001b[31m,x");

        Assert.DoesNotContain('\u001b', ran.Output);
    }

    [Fact]
    public async Task Quotes_that_never_close_are_told_and_not_guessed_at()
    {
        var ran = await local.ImportAsync("userPrincipalName,displayName", "ada@regent.example,\"Ada", "alan@regent.example,Alan");

        Assert.Equal(1, ran.Exit);
        Assert.Contains("a quoted value is never closed", ran.Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail,displayName\na@b,c", "userPrincipalName has to be among them")]
    [InlineData("", "userPrincipalName has to be among them")]
    [InlineData("userPrincipalName;displayName\na@b;c", "separated by commas")]
    [InlineData("userPrincipalName,mail,MAIL\na@b,c,d", "The column mail is there twice")]
    public async Task A_file_that_is_none_of_people_is_a_misuse(string content, string reason)
    {
        var ran = await local.RunAsync("import", await local.FileAsync(content));

        Assert.Equal(2, ran.Exit);
        Assert.Contains(reason, ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Output);
    }

    [Fact]
    public async Task A_misused_command_says_what_is_missing()
    {
        var noFile = await local.RunAsync("import", "/no/such/file.csv");
        var nowhere = await LocalData.RunAnywhereAsync("import", await local.FileAsync("userPrincipalName\na@b.example"));
        var nothing = await local.RunAsync("import");

        Assert.Equal([2, 2, 2], new[] { noFile, nowhere, nothing }.Select(ran => ran.Exit));
        Assert.Contains("cannot be read", noFile.Error, StringComparison.Ordinal);
        Assert.Contains("--data DIR", nowhere.Error, StringComparison.Ordinal);
        Assert.Contains("'file' missing", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_on_record_and_mentioned_once()
    {
        await local.ImportAsync("userPrincipalName,memberOf", "ada@regent.example,Poets");
        await local.ImportAsync("userPrincipalName,memberOf", "ada@regent.example,Poets");

        var record = await local.AskAsync(services => services.GetRequiredService<IAuditLog>()
            .ListAsync(new AuditQuery(), new PageAsk(50), TestContext.Current.CancellationToken));

        Assert.Equal(
            ["Add member to group", "Add principal", "Add principal"],
            record.Items.Select(item => item.Entry.Activity));
    }

    [Fact]
    public async Task Ten_thousand_people_come_in_at_once_and_again_without_a_change()
    {
        string[] lines =
        [
            "userPrincipalName,displayName,memberOf",
            .. Enumerable.Range(0, 10_000).Select(i => $"person{i}@regent.example,Person {i},Team {i % 100};Site {i % 7}"),
        ];

        var first = await local.ImportAsync(lines);
        var second = await local.ImportAsync(lines);

        Assert.Contains("10000 lines: 10000 new, 0 changed, 0 unchanged, 0 refused.", first.Lines);
        Assert.Contains("10000 lines: 0 new, 0 changed, 10000 unchanged, 0 refused.", second.Lines);
    }

    public void Dispose() => local.Dispose();
}
