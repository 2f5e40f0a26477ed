using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Operations.Principals;
using Regent.Operations.Requests;
using Regent.Operations.Roles;
using Regent.Operations.Takeover;
using Regent.Testing;
using Regent.Testing.Fakes;

namespace Regent.Operations.Tests.Takeover;

/// <summary>Everything at once, into an organisation that nobody has set up.</summary>
public sealed class TakeOverTests : IDisposable
{
    private readonly FakeWorld world = new();
    private readonly Principal mira = Make.User("Mira Falk");
    private readonly Principal operators = Make.Group("Operators");
    private readonly Guid unit = Make.NewId();
    private readonly ScheduleId held = new(Make.NewId());
    private readonly RoleDefinition printing = Make.Role("Printing") with
    {
        IsBuiltIn = false,
        AllowedActions = ["microsoft.directory/users/basic/update"],
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Each_kind_comes_after_those_it_names_and_the_report_is_in_the_order_of_the_lines()
    {
        var report = await TakeOverAsync(All());

        Assert.True(report.IsWritten);
        Assert.Equal(Enumerable.Range(1, 7), report.Lines.Select(line => line.Line));
        Assert.Equal(
            [
                ImportOutcome.Added, ImportOutcome.Changed, ImportOutcome.Added, ImportOutcome.Added, ImportOutcome.Added, ImportOutcome.Added,
                ImportOutcome.Added,
            ],
            report.Lines.Select(line => line.Outcome));
        Assert.True((await world.Schedules.FindAsync(held, Ct))!.IsInForceAt(world.Now));
        Assert.Equal([operators.Id], (await world.Policies.GetAsync(printing.Id, Scope.Tenant, Ct)).Activation.Approvers);
    }

    [Fact]
    public async Task Again_changes_nothing_and_puts_nothing_on_record()
    {
        await TakeOverAsync(All());
        var record = world.Audit.Entries.Count;

        var again = await TakeOverAsync(All());

        Assert.All(again.Lines, line => Assert.Equal(ImportOutcome.Unchanged, line.Outcome));
        Assert.Equal(record, world.Audit.Entries.Count);
    }

    [Fact]
    public async Task What_was_taken_over_before_is_completed()
    {
        await TakeOverAsync(All() with { Assignments = [], Settings = [] });

        var rest = await TakeOverAsync(All());

        Assert.Equal((1, 1, 5), (rest.Count(ImportOutcome.Added), rest.Count(ImportOutcome.Changed), rest.Count(ImportOutcome.Unchanged)));
    }

    [Fact]
    public async Task A_rehearsal_tells_the_same_and_leaves_nothing()
    {
        var rehearsed = await TakeOverAsync(All(), isRehearsal: true);

        Assert.Empty(world.Audit.Entries);
        Assert.Null(await world.Directory.FindAsync(mira.Id, Ct));
        Assert.Null(await world.Roles.FindAsync(printing.Id, Ct));
        Assert.False(rehearsed.IsWritten);
        Assert.Equal((await TakeOverAsync(All())).Lines, rehearsed.Lines);
    }

    private Task<ImportReport> TakeOverAsync(Holdings holdings, bool isRehearsal = false) =>
        world.The<TakeOver>().ExecuteAsync(holdings, isRehearsal, Ct);

    // The lines stand in an order in which nobody could take them over one by one.
    private Holdings All() => new()
    {
        Assignments =
        [
            new AssignmentLine(1, held, new AssignmentAsk(ScheduleKind.Eligibility, operators.Id, printing.Id, Scope.OfUnit(unit))
            {
                Start = world.Now.AddDays(-1),
                Expiration = new Expiration.Never(),
            }),
        ],
        Settings = [new SettingsLine(2, printing.Id, Scope.Tenant, [new PolicyRule.Approval(PolicyRuleName.Find("Approval_EndUser_Assignment")!, IsRequired: true, [operators.Id])])],
        Roles = [new RoleLine(3, printing)],
        Units = [new ScopeLine(4) { Id = Scope.OfUnit(unit).Value, DisplayName = "North" }],
        Memberships = [new MembershipLine(5, new Membership(operators.Id, mira.Id))],
        Principals = [new PrincipalLine(6, operators)],
        People = [new PersonRow(7) { Id = mira.Id.ToString(), UserPrincipalName = mira.UserPrincipalName!.Value, DisplayName = mira.DisplayName }],
    };
}
