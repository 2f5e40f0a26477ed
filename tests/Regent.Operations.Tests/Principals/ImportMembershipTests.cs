using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Principals;
using Regent.Testing;

namespace Regent.Operations.Tests.Principals;

/// <summary>Groups, and what rests on them.</summary>
public sealed class ImportMembershipTests : IDisposable
{
    private readonly ImportWorld world = new();

    [Fact]
    public async Task The_groups_of_the_line_are_exactly_those_the_person_is_in_after()
    {
        var ada = world.World.AddUser("Ada Lovelace");
        var engineers = world.World.AddGroup("Engineers", ada);
        var analysts = world.World.AddGroup("Analysts", ada);

        var report = await world.ImportAsync(Row(ada) with { MemberOf = " engineers ;Poets;; poets" });

        Assert.Equal("joins Poets, leaves Analysts", Assert.Single(report.Lines).Message);
        var poets = Assert.Single(await world.World.Directory.FindGroupsAsync("Poets", CancellationToken.None));
        Assert.Equal(new HashSet<PrincipalId> { engineers.Id, poets.Id }, (await GroupsOfAsync(ada)).ToHashSet());
        Assert.Equal(
            [(AuditActivities.PrincipalAdded, poets.Id), (AuditActivities.MemberAdded, ada.Id), (AuditActivities.MemberRemoved, ada.Id)],
            world.Record.Select(entry => (entry.Activity, entry.Subject!.Value)));
        Assert.DoesNotContain(analysts.Id, await GroupsOfAsync(ada));
    }

    [Fact]
    public async Task A_new_group_that_several_join_is_made_once()
    {
        await world.ImportAsync(
            new PersonRow(2) { UserPrincipalName = "ada@regent.example", MemberOf = "Poets" },
            new PersonRow(3) { UserPrincipalName = "alan@regent.example", MemberOf = "POETS" });

        var poets = Assert.Single(await world.World.Directory.FindGroupsAsync("Poets", CancellationToken.None));
        Assert.Equal([poets.Id], await GroupsOfAsync(await world.FindAsync("ada@regent.example")));
        Assert.Equal([poets.Id], await GroupsOfAsync(await world.FindAsync("alan@regent.example")));
    }

    [Fact]
    public async Task A_line_that_says_nothing_about_groups_leaves_them()
    {
        var ada = world.World.AddUser("Ada Lovelace");
        var engineers = world.World.AddGroup("Engineers", ada);

        var report = await world.ImportAsync(Row(ada));

        Assert.Equal(ImportOutcome.Unchanged, Assert.Single(report.Lines).Outcome);
        Assert.Equal([engineers.Id], await GroupsOfAsync(ada));
    }

    [Fact]
    public async Task A_name_that_several_groups_have_is_refused()
    {
        var ada = world.World.AddUser("Ada Lovelace");
        world.World.AddGroup("Engineers");
        world.World.AddGroup("engineers");

        var report = await world.ImportAsync(Row(ada) with { MemberOf = "Engineers" });

        Assert.StartsWith("There are several groups called Engineers.", Assert.Single(report.Lines).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null, "No longer a member of the group that is eligible.")]
    [InlineData(null, "false", "The account was disabled.")]
    public async Task What_was_activated_ends_at_once_with_what_it_rested_on(string? memberOf, string? enabled, string why)
    {
        var katherine = world.World.AddUser("Katherine Johnson");
        var onCall = world.World.AddGroup("On-call engineers", katherine);
        var role = world.World.AddRole("Helpdesk Administrator");
        var activation = await ActivateAsync(katherine, world.World.MakeEligible(onCall, role.Id));

        await world.ImportAsync(Row(katherine) with { MemberOf = memberOf, AccountEnabled = enabled });

        var after = await world.World.Schedules.FindAsync(activation.Id, CancellationToken.None);
        Assert.Equal(world.World.Now, after!.EndedAt);
        Assert.Equal(why, world.World.Audit.Entries[^1].Reason);
    }

    [Fact]
    public async Task What_rests_on_something_else_goes_on()
    {
        var katherine = world.World.AddUser("Katherine Johnson");
        world.World.AddGroup("On-call engineers", katherine);
        var role = world.World.AddRole("Helpdesk Administrator");
        var activation = await ActivateAsync(katherine, world.World.MakeEligible(katherine, role.Id));

        await world.ImportAsync(Row(katherine) with { MemberOf = "" });

        Assert.Null((await world.World.Schedules.FindAsync(activation.Id, CancellationToken.None))!.EndedAt);
    }

    public void Dispose() => world.Dispose();

    private static PersonRow Row(Principal person) => new(2) { UserPrincipalName = person.UserPrincipalName!.Value };

    private Task<IReadOnlyList<PrincipalId>> GroupsOfAsync(Principal person) =>
        world.World.Directory.DirectGroupsOfAsync(person.Id, CancellationToken.None);

    private async Task<Schedule> ActivateAsync(Principal person, Schedule eligibility)
    {
        var now = world.World.Now;
        var activation = world.World.Add(Make.Activation(eligibility, person.Id, now, now.AddHours(2)));
        var request = new ScheduleRequest(
            new RequestId(activation.Id.Value), RequestAction.SelfActivate, ScheduleKind.Assignment, person.Id, eligibility.Role, Scope.Tenant, person.Id, now,
            RequestStatus.Provisioned)
        {
            Schedule = activation.Id,
        };
        await world.World.Unit.RunAsync(
            async ct =>
            {
                await world.World.Requests.AddAsync(request, ct);
                return request;
            },
            CancellationToken.None);
        return activation;
    }
}
