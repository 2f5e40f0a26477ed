using Regent.Operations.Roles;

namespace Regent.Operations.Tests.Roles;

public sealed class ImportScopesTests : IDisposable
{
    private const string Groups = "/providers/Microsoft.Management/managementGroups/";
    private const string New = "/subscriptions/0198f1a2-7c00-7000-8000-00000000000c";

    private readonly CustomRoleWorld estate = new();

    private Office Office => estate.Office;

    public void Dispose() => estate.Dispose();

    [Fact]
    public async Task Parents_may_come_after_their_children_and_paths_need_no_parent()
    {
        var report = await ImportAsync(
            Row($"{New}/resourceGroups/db/providers/Microsoft.Sql/servers/one", "One"), Row($"{New}/resourceGroups/db", "Databases"),
            Row(New, "New", parent: $"{Groups}branch"), Row($"{Groups}branch", "Branch", parent: estate.Company.Value),
            Row("/administrativeUnits/0198f1a2-7c00-7000-8000-0000000000aa", "Berlin"));

        Assert.True(report.IsWritten);
        Assert.All(report.Lines, line => Assert.Equal((ImportOutcome.Added, ""), (line.Outcome, line.Message)));
        var path = await Office.World.Scopes.PathAsync(CustomRoleWorld.At($"{New}/resourceGroups/db/providers/Microsoft.Sql/servers/one"), Office.Ct);
        Assert.Equal(["One", "Databases", "New", "Branch", "Company"], path.Select(node => node.DisplayName));
    }

    [Fact]
    public async Task Importing_again_changes_nothing_and_a_difference_is_told()
    {
        await ImportAsync(Row(New, "New", parent: estate.Company.Value));

        var again = await ImportAsync(Row(New.ToUpperInvariant().Replace("/SUBSCRIPTIONS", "/Subscriptions", StringComparison.Ordinal), "New", parent: estate.Company.Value));
        var changed = await ImportAsync(Row(New, "Newer", parent: ""), Row(estate.Web.Value, ""));

        Assert.Equal(ImportOutcome.Unchanged, Assert.Single(again.Lines).Outcome);
        Assert.Equal([(ImportOutcome.Changed, "displayName, parent"), (ImportOutcome.Unchanged, "")], changed.Lines.Select(line => (line.Outcome, line.Message)));
        Assert.Equal(["Regent: Add scope", "Regent: Update scope"], Office.Record);
    }

    [Fact]
    public async Task A_column_that_is_missing_leaves_things_as_they_are()
    {
        var before = await Office.World.Scopes.FindAsync(estate.Shop, Office.Ct);

        var report = await ImportAsync(new ScopeLine(2) { Id = estate.Shop.Value }, new ScopeLine(3) { Id = New });

        Assert.Equal([ImportOutcome.Unchanged, ImportOutcome.Added], report.Lines.Select(line => line.Outcome));
        Assert.Equal(before, await Office.World.Scopes.FindAsync(estate.Shop, Office.Ct));
        Assert.Equal(New.Split('/')[^1], (await Office.World.Scopes.FindAsync(CustomRoleWorld.At(New), Office.Ct))!.DisplayName);
    }

    [Theory]
    [InlineData("what", "", "id is no scope")]
    [InlineData("/", "", "The tenant and groups are no scopes of the tree")]
    [InlineData(New, "what", "parent is no scope")]
    [InlineData(New, Groups + "nobody", "The parent " + Groups + "nobody is not in the tree. Add it first.")]
    [InlineData(New, "/subscriptions/0198f1a2-7c00-7000-8000-00000000000a", "lies in a management group, or in nothing")]
    [InlineData(New + "/resourceGroups/db", "", "is not in the tree. Add it first.")]
    [InlineData("/administrativeUnits/0198f1a2-7c00-7000-8000-0000000000aa", Groups + "company", "Leave the parent out.")]
    public async Task What_is_wrong_with_a_line_is_said_and_nothing_imported(string id, string parent, string why)
    {
        var report = await ImportAsync(Row(id, "X", parent), Row($"{Groups}good", "Good"));

        Assert.False(report.IsWritten);
        Assert.Equal(ImportOutcome.Refused, report.Lines[0].Outcome);
        Assert.Contains(why, report.Lines[0].Message, StringComparison.Ordinal);
        Assert.Null(await Office.World.Scopes.FindAsync(CustomRoleWorld.At($"{Groups}good"), Office.Ct));
        Assert.Empty(Office.Record);
    }

    [Fact]
    public async Task A_refused_line_takes_with_it_what_was_to_lie_in_there_and_the_rest_can_be_imported()
    {
        var report = await ImportAsync(
            skipErrors: true,
            Row($"{New}/resourceGroups/db", "Databases"), Row(New, "New", parent: $"{Groups}branch"), Row($"{Groups}branch", "Branch", parent: "what"),
            Row($"{Groups}good", "Good"));

        Assert.True(report.IsWritten);
        Assert.Equal(
            [ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.Added], report.Lines.Select(line => line.Outcome));
        Assert.NotNull(await Office.World.Scopes.FindAsync(CustomRoleWorld.At($"{Groups}good"), Office.Ct));
        Assert.Null(await Office.World.Scopes.FindAsync(CustomRoleWorld.At($"{New}/resourceGroups/db"), Office.Ct));
    }

    [Fact]
    public async Task Circles_are_refused_within_the_file_and_with_what_is_there()
    {
        var within = await ImportAsync(Row($"{Groups}a", "A", parent: $"{Groups}b"), Row($"{Groups}b", "B", parent: $"{Groups}a"));
        var withTree = await ImportAsync(Row(estate.Company.Value, "Company", parent: $"{Groups}c"), Row($"{Groups}c", "C", parent: estate.Company.Value));
        var itself = await ImportAsync(Row($"{Groups}d", "D", parent: $"{Groups}d"));

        Assert.All(
            new[] { within, withTree, itself }.SelectMany(report => report.Lines),
            line => Assert.Equal("A scope cannot lie in itself or in what lies in it.", line.Message));
    }

    [Fact]
    public async Task What_was_to_lie_in_a_circle_is_refused_with_it()
    {
        var report = await ImportAsync(
            skipErrors: true,
            Row(New, "New", parent: $"{Groups}a"), Row($"{Groups}a", "A", parent: $"{Groups}b"), Row($"{Groups}b", "B", parent: $"{Groups}a"));

        Assert.All(report.Lines, line => Assert.Equal(ImportOutcome.Refused, line.Outcome));
        Assert.Contains("is not in the tree. Add it first.", report.Lines[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_stands_in_a_file_once()
    {
        var report = await ImportAsync(Row($"{Groups}a", "A"), Row($"{Groups}A", "Again"));

        Assert.Equal([ImportOutcome.Added, ImportOutcome.Refused], report.Lines.Select(line => line.Outcome));
        Assert.Equal("This scope stands in line 2 already.", report.Lines[1].Message);
    }

    private static ScopeLine Row(string id, string name, string parent = "") => new(0) { Id = id, DisplayName = name, Parent = parent };

    private Task<ImportReport> ImportAsync(params ScopeLine[] lines) => ImportAsync(skipErrors: false, lines);

    private Task<ImportReport> ImportAsync(bool skipErrors, params ScopeLine[] lines) => Office.The<ImportScopes>()
        .ExecuteAsync([.. lines.Select((line, index) => line with { Line = index + 2 })], skipErrors, Office.Ct);
}
