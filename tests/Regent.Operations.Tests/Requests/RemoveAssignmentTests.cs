using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class RemoveAssignmentTests : IDisposable
{
    private static readonly RoleDefinitionId GlobalAdministrator = DirectoryRoles.GlobalAdministrator;

    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Who_lost_the_eligibility_activates_nothing_more()
    {
        Assert.Equal(RequestStatus.Revoked, (await office.RemoveAsync(office.Ada, office.Alan, ScheduleKind.Eligibility)).Done().Status);

        Assert.Equal(RefusalCode.EligibilityRule, (await office.AskAsync(office.Alan)).Code());
        Assert.Equal(
            [
                "Ada: Remove eligible member from role in PIM requested (permanent)",
                "Ada: Remove eligible member from role in PIM completed (permanent)",
            ],
            office.Record);
        Assert.Equal(["Removed to Alan"], office.Mails);
    }

    [Fact]
    public async Task Who_lost_the_eligibility_is_no_longer_active_and_is_told()
    {
        var request = await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromMinutes(1));

        (await office.RemoveAsync(office.Ada, office.Alan, ScheduleKind.Eligibility)).Done();

        Assert.False(await office.HoldsAsync(office.Alan));
        Assert.Equal("Ada: Remove member from role in PIM completed (timebound)", office.Record[^1]);
        Assert.Equal(
            (request.Id.Value, "The eligibility behind this activation was removed."),
            (office.World.Audit.Entries[^1].CorrelationId!.Value, office.World.Audit.Entries[^1].Reason));
        await office.PassAsync(TimeSpan.FromDays(1));
        Assert.Single(office.Mails, "Ended to Alan");
        Assert.Equal(RequestStatus.Provisioned, (await office.NowAsync(request)).Status);
    }

    [Fact]
    public async Task What_was_planned_on_it_fails()
    {
        var request = await office.AskedAsync(office.Alan, office.Ask(office.Alan) with { Start = office.Now.AddDays(1) });

        (await office.RemoveAsync(office.Ada, office.Alan, ScheduleKind.Eligibility)).Done();
        await office.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(RequestStatus.Failed, (await office.NowAsync(request)).Status);
        Assert.Equal(["Failed to Alan", "Removed to Alan"], office.Mails);
        Assert.Empty(office.Agenda);
    }

    [Fact]
    public async Task All_who_activated_through_the_group_lose_it_and_nobody_else()
    {
        var group = office.World.AddGroup("Engineers", office.Barbara, office.Grace);
        office.World.MakeEligible(group, office.Role);
        await office.AskedAsync(office.Barbara);
        await office.AskedAsync(office.Grace);
        await office.AskedAsync(office.Alan);

        (await office.RemoveAsync(office.Ada, group, ScheduleKind.Eligibility)).Done();

        Assert.False(await office.HoldsAsync(office.Barbara));
        Assert.False(await office.HoldsAsync(office.Grace));
        Assert.True(await office.HoldsAsync(office.Alan));
    }

    [Fact]
    public async Task It_ends_with_the_eligibility_it_was_activated_from_although_another_is_left()
    {
        office.World.MakeEligible(office.World.AddGroup("Engineers", office.Alan), office.Role, office.Now.AddDays(1));
        await office.AskedAsync(office.Alan);

        (await office.RemoveAsync(office.Ada, office.Alan, ScheduleKind.Eligibility)).Done();

        Assert.False(await office.HoldsAsync(office.Alan));
        Assert.Equal(RequestStatus.Provisioned, (await office.AskedAsync(office.Alan)).Status);
    }

    [Fact]
    public async Task An_administrator_ends_somebodys_activation_and_they_are_told_once()
    {
        var request = await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(
            RefusalCode.ActiveDurationTooShort, (await office.RemoveAsync(office.Ada, office.Alan, ScheduleKind.Assignment)).Code());

        await office.PassAsync(TimeSpan.FromMinutes(1));
        (await office.RemoveAsync(office.Ada, office.Alan, ScheduleKind.Assignment)).Done();
        await office.PassAsync(TimeSpan.FromDays(1));

        Assert.False(await office.HoldsAsync(office.Alan));
        Assert.Single(office.Mails, "Ended to Alan");
        Assert.Equal(
            ["Ada: Remove member from role in PIM requested (timebound)", "Ada: Remove member from role in PIM completed (timebound)"],
            office.Record.TakeLast(2));
        Assert.All(office.World.Audit.Entries, entry => Assert.Equal(request.Id.Value, entry.CorrelationId));
    }

    [Fact]
    public async Task What_was_planned_and_is_taken_away_never_begins_and_is_told_once()
    {
        var request = await office.AskedAsync(office.Alan, office.Ask(office.Alan) with { Start = office.Now.AddDays(1) });
        await office.PassAsync(TimeSpan.FromMinutes(5));

        (await office.RemoveAsync(office.Ada, office.Alan, ScheduleKind.Assignment)).Done();
        await office.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(RequestStatus.Revoked, (await office.NowAsync(request)).Status);
        Assert.False(await office.HoldsAsync(office.Alan));
        Assert.Equal(["Failed to Alan"], office.Mails);
        Assert.Equal(3, office.Record.Count);
        Assert.Empty(office.Agenda);
    }

    [Fact]
    public async Task Only_what_is_named_is_taken_away()
    {
        var one = office.World.MakeEligible(office.Barbara, office.Role);
        Task<Outcome<ScheduleRequest>> RemoveAsync(RemovalAsk ask) =>
            office.The<RemoveAssignment>().ExecuteAsync(office.As(office.Ada), ask, Office.Ct);
        var ask = new RemovalAsk(ScheduleKind.Eligibility, office.Barbara.Id, office.Role, Scope.Tenant);

        Assert.Equal(
            RefusalCode.RoleAssignmentDoesNotExist, (await RemoveAsync(ask with { Schedule = office.Eligibility.Id })).Code());
        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await RemoveAsync(ask with { Scope = Make.Unit(Guid.Empty) })).Code());
        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await RemoveAsync(ask with { Kind = ScheduleKind.Assignment })).Code());
        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await RemoveAsync(ask with { Role = GlobalAdministrator })).Code());
        Assert.Equal(one.Id, (await RemoveAsync(ask with { Schedule = one.Id })).Done().Schedule);
        Assert.Equal(RefusalCode.RoleAssignmentDoesNotExist, (await RemoveAsync(ask)).Code());
    }

    [Fact]
    public async Task Only_administrators_take_away()
    {
        var reader = office.World.AddUser("Edsger");
        office.World.Assign(reader, DirectoryRoles.SecurityAdministrator);

        foreach (var other in new[] { office.Alan, reader, office.Disable(office.Ada) })
        {
            Assert.Equal(
                RefusalCode.AuthorizationRequestDenied, (await office.RemoveAsync(other, office.Alan, ScheduleKind.Eligibility)).Code());
        }
    }

    [Theory]
    [InlineData("Global Administrator", "Ada")]
    [InlineData("Privileged Role Administrator", "Grace")]
    public async Task The_last_administrator_stays_and_the_last_but_one_goes(string role, string name)
    {
        var (id, holder) = (Office.RoleNamed(role), name == "Ada" ? office.Ada : office.Grace);

        Assert.Equal(
            RefusalCode.CannotDeleteLastAdminAssignment, (await office.RemoveAsync(office.Grace, holder, ScheduleKind.Assignment, id)).Code());

        office.World.Assign(office.Barbara, id);
        Assert.Equal(RequestStatus.Revoked, (await office.RemoveAsync(office.Grace, holder, ScheduleKind.Assignment, id)).Done().Status);
        Assert.Equal(
            RefusalCode.CannotDeleteLastAdminAssignment,
            (await office.RemoveAsync(holder == office.Ada ? office.Grace : office.Ada, office.Barbara, ScheduleKind.Assignment, id)).Code());
    }

    [Fact]
    public async Task Who_is_disabled_or_an_empty_group_does_not_count_as_another_administrator()
    {
        office.World.Assign(office.Disable(office.World.AddUser("Gone")), GlobalAdministrator);
        office.World.Assign(office.World.AddGroup("Empty"), GlobalAdministrator);
        office.World.Assign(office.World.AddGroup("Of the gone", office.Disable(office.World.AddUser("Gone too"))), GlobalAdministrator);

        Assert.Equal(
            RefusalCode.CannotDeleteLastAdminAssignment,
            (await office.RemoveAsync(office.Grace, office.Ada, ScheduleKind.Assignment, GlobalAdministrator)).Code());
    }

    [Fact]
    public async Task A_group_with_somebody_in_it_counts_as_another_administrator()
    {
        office.World.Assign(office.World.AddGroup("Admins", office.World.AddGroup("Inner", office.Barbara)), GlobalAdministrator);

        Assert.Equal(
            RequestStatus.Revoked,
            (await office.RemoveAsync(office.Grace, office.Ada, ScheduleKind.Assignment, GlobalAdministrator)).Done().Status);
    }

    [Fact]
    public async Task An_administrator_who_is_only_assigned_for_a_time_stays_too_while_nobody_else_is_assigned()
    {
        var temporary = office.World.AddUser("Temporary");
        office.Disable(office.Ada);
        office.World.Assign(temporary, GlobalAdministrator, office.Now.AddDays(1));

        Assert.Equal(
            RefusalCode.CannotDeleteLastAdminAssignment,
            (await office.RemoveAsync(office.Grace, temporary, ScheduleKind.Assignment, GlobalAdministrator)).Code());
    }

    [Fact]
    public async Task Who_is_eligible_to_administer_stays_while_nobody_is_assigned()
    {
        office.World.MakeEligible(office.Barbara, GlobalAdministrator);
        office.Disable(office.Ada);

        Assert.Equal(
            RefusalCode.CannotDeleteLastAdminAssignment,
            (await office.RemoveAsync(office.Grace, office.Barbara, ScheduleKind.Eligibility, GlobalAdministrator)).Code());
    }

    [Fact]
    public async Task Two_who_remove_each_other_at_once_do_not_lock_the_house()
    {
        office.World.Assign(office.Barbara, GlobalAdministrator);

        var outcomes = await Task.WhenAll(
            Task.Run(() => office.RemoveAsync(office.Ada, office.Barbara, ScheduleKind.Assignment, GlobalAdministrator)),
            Task.Run(() => office.RemoveAsync(office.Barbara, office.Ada, ScheduleKind.Assignment, GlobalAdministrator)));

        Assert.Single(outcomes.OfType<Outcome<ScheduleRequest>.Done>());
        Assert.NotEqual(await office.HoldsAsync(office.Ada, GlobalAdministrator), await office.HoldsAsync(office.Barbara, GlobalAdministrator));
    }
}
