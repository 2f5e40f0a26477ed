using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Principals;
using Regent.Testing;

namespace Regent.Operations.Tests.Principals;

public sealed class ImportPrincipalsTests : IDisposable
{
    private readonly Office office = new();
    private readonly Principal poets = Make.Group("Poets") with { Mail = "poets@regent.example" };
    private readonly Principal robot = new(new PrincipalId(Make.NewId()), PrincipalKind.ServicePrincipal, "Night robot") { AppId = Make.NewId() };

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Groups_and_programs_come_in_once_with_their_ids_and_on_record()
    {
        var first = await ImportAsync(poets, robot);
        var again = await ImportAsync(poets, robot);

        Assert.Equal([(1, "Poets", ImportOutcome.Added, ""), (2, "Night robot", ImportOutcome.Added, "")], first.Select(Told));
        Assert.All(again, line => Assert.Equal(ImportOutcome.Unchanged, line.Outcome));
        Assert.Equal(poets, await FindAsync(poets.Id));
        Assert.Equal(robot, await FindAsync(robot.Id));
        Assert.Equal([$"Regent: {AuditActivities.PrincipalAdded}", $"Regent: {AuditActivities.PrincipalAdded}"], office.Record);
    }

    [Fact]
    public async Task What_is_different_is_brought_up_to_date_and_told()
    {
        await ImportAsync(poets);

        var told = Assert.Single(await ImportAsync(poets with { DisplayName = "Bards", Mail = null, IsRoleAssignable = false }));

        Assert.Equal((1, "Bards", ImportOutcome.Changed, "displayName, mail, isAssignableToRole"), Told(told));
        Assert.Equal("Bards", (await FindAsync(poets.Id))?.DisplayName);
        Assert.Equal("displayName, mail, isAssignableToRole", office.World.Audit.Entries[^1].Reason);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_leaves_the_others()
    {
        var told = await ImportAsync(
            poets, poets with { DisplayName = "Again" }, Make.Group(" "), Make.Group("Tab\there"),
            Make.Group("Impostors") with { Id = office.Ada.Id }, robot);

        Assert.Equal(
            [ImportOutcome.Added, ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.Added],
            told.Select(line => line.Outcome));
        Assert.Equal(
            ["It is there more than once. Keep one of them.", "It has no displayName.", "Its id belongs to Ada Lovelace, which is something else."],
            new[] { 1, 2, 4 }.Select(at => told[at].Message));
        Assert.Contains("control characters", told[3].Message, StringComparison.Ordinal);
        Assert.Equal(("Poets", office.Ada), ((await FindAsync(poets.Id))?.DisplayName, await FindAsync(office.Ada.Id)));
    }

    [Fact]
    public async Task A_program_that_is_disabled_there_is_disabled_here()
    {
        await ImportAsync(robot);

        var told = Assert.Single(await ImportAsync(robot with { IsEnabled = false }));

        Assert.Equal("accountEnabled", told.Message);
        Assert.False((await FindAsync(robot.Id))?.IsEnabled);
    }

    private static (int Line, string Name, ImportOutcome Outcome, string Message) Told(ImportLine line) => (line.Line, line.Name, line.Outcome, line.Message);

    private Task<IReadOnlyList<ImportLine>> ImportAsync(params Principal[] wanted) =>
        office.The<ImportPrincipals>().ExecuteAsync([.. wanted.Select((one, index) => new PrincipalLine(index + 1, one))], Office.Ct);

    private Task<Principal?> FindAsync(PrincipalId id) => office.World.Directory.FindAsync(id, Office.Ct);
}
