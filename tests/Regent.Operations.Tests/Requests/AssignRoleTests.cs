using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class AssignRoleTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Who_is_made_eligible_can_activate_and_holds_nothing_until_then()
    {
        (await office.AssignAsync(office.Grace, office.Give(office.Barbara))).Done();

        Assert.False(await office.HoldsAsync(office.Barbara));
        Assert.Equal(RequestStatus.Provisioned, (await office.AskedAsync(office.Barbara)).Status);
    }

    [Fact]
    public async Task Who_is_assigned_holds_it_at_once()
    {
        var request = (await office.AssignAsync(office.Ada, office.Give(office.Barbara, ScheduleKind.Assignment))).Done();

        Assert.True(await office.HoldsAsync(office.Barbara));
        Assert.Equal(
            ["Ada: Add member to role in PIM requested (permanent)", "Ada: Add member to role in PIM completed (permanent)"],
            office.Record);
        Assert.All(office.World.Audit.Entries, entry => Assert.Equal(
            (request.Id.Value, office.Barbara.Id, "Joins."), (entry.CorrelationId!.Value, entry.Subject!.Value, entry.Reason)));
        await office.WorkAsync();
        Assert.Equal(["Assigned to Barbara", "AssignmentAlert to Ada", "AssignmentAlert to Grace"], office.Mails);
        Assert.Empty(office.Agenda);
    }

    [Fact]
    public async Task What_ends_or_begins_later_is_on_the_agenda()
    {
        var ask = office.Give(office.Barbara) with
        {
            Start = office.Now.AddDays(1),
            Expiration = new Expiration.AfterDuration(TimeSpan.FromDays(30)),
        };

        var request = (await office.AssignAsync(office.Ada, ask)).Done();
        await office.WorkAsync();

        Assert.Equal(
            [
                (AgendaKind.BeginAssignment, request.Id.Value, office.Now.AddDays(1)),
                (AgendaKind.RemindOfEnd, request.Schedule!.Value.Value, office.Now.AddDays(17)),
                (AgendaKind.RemindOfEndAgain, request.Schedule!.Value.Value, office.Now.AddDays(30)),
                (AgendaKind.TellEnd, request.Schedule!.Value.Value, office.Now.AddDays(31)),
            ],
            office.Agenda);
    }

    [Fact]
    public async Task Only_active_administrators_assign()
    {
        Principal reader = office.World.AddUser("Edsger"), eligible = office.World.AddUser("Eligible");
        Principal future = office.World.AddUser("Future"), past = office.World.AddUser("Past"), narrow = office.World.AddUser("Narrow");
        office.World.Assign(reader, DirectoryRoles.GlobalReader);
        office.World.MakeEligible(eligible, DirectoryRoles.GlobalAdministrator);
        office.World.Add(Make.Assignment(future.Id, DirectoryRoles.GlobalAdministrator, office.Now.AddTicks(1)));
        office.World.Assign(past, DirectoryRoles.GlobalAdministrator, office.Now);
        office.World.Add(
            Make.Assignment(narrow.Id, DirectoryRoles.GlobalAdministrator, office.Now.AddDays(-1)) with { Scope = Make.Unit(Guid.Empty) });

        Principal[] others = [office.Alan, reader, eligible, future, past, narrow, office.Disable(office.Ada), Make.User("Unknown")];
        foreach (var other in others)
        {
            Assert.Equal(RefusalCode.AuthorizationRequestDenied, (await office.AssignAsync(other, office.Give(office.Barbara))).Code());
        }

        Assert.Empty(office.Record);
    }

    [Fact]
    public async Task Who_activated_an_administrators_role_assigns_until_it_ends()
    {
        office.World.MakeEligible(office.Barbara, DirectoryRoles.PrivilegedRoleAdministrator);
        await office.AskedAsync(
            office.Barbara, office.Ask(office.Barbara) with { Role = DirectoryRoles.PrivilegedRoleAdministrator });
        (await office.AssignAsync(office.Barbara, office.Give(office.World.AddUser("One")))).Done();

        await office.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal(
            RefusalCode.AuthorizationRequestDenied,
            (await office.AssignAsync(office.Barbara, office.Give(office.World.AddUser("Two")))).Code());
    }

    [Fact]
    public async Task What_does_not_exist_is_not_assigned()
    {
        Assert.Equal(
            RefusalCode.RoleDefinitionDoesNotExist,
            (await office.AssignAsync(office.Ada, office.Give(office.Barbara) with { Role = default })).Code());
        Assert.Equal(RefusalCode.SubjectNotFound, (await office.AssignAsync(office.Ada, office.Give(Make.User("Nobody")))).Code());
        Assert.Equal(
            RefusalCode.InvalidScope,
            (await office.AssignAsync(office.Ada, office.Give(office.Barbara) with { Scope = Make.Unit(Guid.Empty) })).Code());
    }

    [Fact]
    public async Task Nobody_disabled_is_given_anything() => Assert.Equal(
        RefusalCode.SubjectNotFound, (await office.AssignAsync(office.Ada, office.Give(office.Disable(office.Barbara)))).Code());

    [Fact]
    public async Task The_same_is_not_given_twice_and_the_other_kind_is()
    {
        Assert.Equal(RefusalCode.RoleAssignmentExists, (await office.AssignAsync(office.Ada, office.Give(office.Alan))).Code());
        Assert.Equal(
            RequestStatus.Provisioned,
            (await office.AssignAsync(office.Ada, office.Give(office.Alan, ScheduleKind.Assignment))).Done().Status);
    }

    [Fact]
    public async Task Nothing_is_given_on_top_of_an_activation()
    {
        await office.AskedAsync(office.Alan);

        Assert.Equal(
            RefusalCode.RoleAssignmentExists,
            (await office.AssignAsync(office.Ada, office.Give(office.Alan, ScheduleKind.Assignment))).Code());
    }

    [Fact]
    public async Task What_the_group_has_can_be_given_to_its_member_too()
    {
        office.World.Assign(office.World.AddGroup("Engineers", office.Barbara), office.Role);

        Assert.Equal(
            RequestStatus.Provisioned,
            (await office.AssignAsync(office.Ada, office.Give(office.Barbara, ScheduleKind.Assignment))).Done().Status);
    }

    [Fact]
    public async Task An_administrator_without_a_second_factor_is_refused_where_one_is_demanded()
    {
        var policy = RolePolicy.Default(office.Role, Scope.Tenant);
        await office.World.Unit.RunAsync(
            ct => office.World.Policies.SaveAsync(
                policy with { Version = 1, Assignment = policy.Assignment with { RequiresMfa = true } }, ct),
            Office.Ct);
        var ask = office.Give(office.Barbara, ScheduleKind.Assignment);

        Assert.Equal(RefusalCode.MfaRule, (await office.AssignAsync(office.Ada, ask)).Code());
        Assert.True((await office.AssignAsync(office.Ada, ask, withMfa: true)).Done().Proof.HasFreshMfa);
    }
}
