using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class BeginAssignmentTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_planned_activation_is_granted_begins_and_ends()
    {
        var request = await office.AskedAsync(office.Alan, Later());
        Assert.Equal(RequestStatus.Granted, request.Status);
        Assert.False(await office.HoldsAsync(office.Alan));
        Assert.Empty(office.Mails);
        Assert.Equal(
            [
                (AgendaKind.BeginAssignment, request.Id.Value, office.Now.AddHours(3)),
                (AgendaKind.RemindOfNearEnd, request.Schedule!.Value.Value, office.Now.AddHours(5).AddMinutes(-15)),
                (AgendaKind.TellEnd, request.Schedule!.Value.Value, office.Now.AddHours(5)),
            ],
            office.Agenda);

        await office.PassAsync(TimeSpan.FromHours(3));
        Assert.Equal(RequestStatus.Provisioned, (await office.NowAsync(request)).Status);
        Assert.True(await office.HoldsAsync(office.Alan));
        Assert.Equal(["Activated to Alan", "ActivationAlert to Ada", "ActivationAlert to Grace"], office.Mails);

        await office.PassAsync(TimeSpan.FromHours(2));
        Assert.False(await office.HoldsAsync(office.Alan));
        Assert.Equal(
            [
                "Alan: Add member to role requested (PIM activation)",
                "Regent: Add member to role completed (PIM activation)",
                "Regent: Remove member from role (PIM activation expired)",
            ],
            office.Record);
        Assert.Equal(["Ended to Alan", "EndingSoon to Alan"], office.Mails.TakeLast(2));
    }

    [Fact]
    public async Task The_start_needs_no_worker()
    {
        await office.AskedAsync(office.Alan, Later());

        office.Skip(TimeSpan.FromHours(3));

        Assert.True(await office.HoldsAsync(office.Alan));
    }

    [Fact]
    public async Task Run_twice_it_tells_once()
    {
        var request = await office.AskedAsync(office.Alan, Later());
        await office.PassAsync(TimeSpan.FromHours(3));
        var (mails, record) = (office.Mails, office.Record);

        await office.The<BeginAssignment>().ExecuteAsync(request.Id, Office.Ct);
        await office.The<BeginAssignment>().ExecuteAsync(default, Office.Ct);

        Assert.Equal(mails, office.Mails);
        Assert.Equal(record, office.Record);
    }

    [Fact]
    public async Task Run_too_early_it_does_nothing()
    {
        var request = await office.AskedAsync(office.Alan, Later());

        await office.The<BeginAssignment>().ExecuteAsync(request.Id, Office.Ct);

        Assert.Equal(RequestStatus.Granted, (await office.NowAsync(request)).Status);
    }

    [Fact]
    public async Task What_it_rests_on_may_be_gone_at_the_start_and_the_requestor_is_told()
    {
        var group = office.World.AddGroup("Engineers", office.Barbara);
        office.World.MakeEligible(group, office.Role);
        var request = await office.AskedAsync(office.Barbara, office.Ask(office.Barbara) with { Start = office.Now.AddHours(3) });
        await office.LeaveAsync(group, office.Barbara);

        await office.PassAsync(TimeSpan.FromHours(3));

        Assert.Equal(RequestStatus.Failed, (await office.NowAsync(request)).Status);
        Assert.False(await office.HoldsAsync(office.Barbara));
        Assert.Equal(["Failed to Barbara"], office.Mails);
    }

    [Fact]
    public async Task Settings_that_became_stricter_count_at_the_start()
    {
        var stricter = new Func<ActivationSettings, ActivationSettings>[]
        {
            settings => settings with { RequiresMfa = true },
            settings => settings with { MaximumDuration = TimeSpan.FromHours(1) },
            settings => settings with { RequiresApproval = true },
        };

        foreach (var one in stricter)
        {
            using var office = new Office();
            var request = await office.AskedAsync(office.Alan, Later(office));
            office.Demand(one);

            await office.PassAsync(TimeSpan.FromHours(3));

            Assert.Equal(RequestStatus.Failed, (await office.NowAsync(request)).Status);
            Assert.False(await office.HoldsAsync(office.Alan));
            Assert.Equal(["Failed to Alan"], office.Mails);
            Assert.Equal(AuditResult.Failure, office.World.Audit.Entries[^1].Result);
            await office.PassAsync(TimeSpan.FromDays(1));
            Assert.Equal(["Failed to Alan"], office.Mails);
            Assert.Equal(2, office.Record.Count);
        }
    }

    [Fact]
    public async Task What_was_approved_begins_although_its_approvers_are_gone_by_then()
    {
        office.DemandApproval(office.Barbara);
        var request = await office.AskedAsync(office.Alan, Later());
        (await office.DecideAsync(office.Barbara, request)).Done();
        office.Disable(office.Barbara);

        await office.PassAsync(TimeSpan.FromHours(3));

        Assert.Equal(RequestStatus.Provisioned, (await office.NowAsync(request)).Status);
    }

    [Fact]
    public async Task The_second_factor_given_when_asking_counts_at_the_start()
    {
        office.Demand(settings => settings with { RequiresMfa = true });
        var request = await office.AskedAsync(office.Alan, Later(), withMfa: true);

        await office.PassAsync(TimeSpan.FromHours(3));

        Assert.Equal(RequestStatus.Provisioned, (await office.NowAsync(request)).Status);
    }

    [Fact]
    public async Task A_worker_that_was_down_over_the_whole_time_tells_what_was_and_not_that_it_is()
    {
        var request = await office.AskedAsync(office.Alan, Later());

        office.Skip(TimeSpan.FromHours(9));
        await office.WorkAsync();

        Assert.Equal(RequestStatus.Provisioned, (await office.NowAsync(request)).Status);
        Assert.Equal(
            [
                "Alan: Add member to role requested (PIM activation)",
                "Regent: Add member to role completed (PIM activation)",
                "Regent: Remove member from role (PIM activation expired)",
            ],
            office.Record);
        Assert.Equal(
            [
                "ada.lovelace: PIM: Alan Turing activated the Exchange Administrator role",
                "alan.turing: PIM: Your Exchange Administrator role has ended",
                "grace.hopper: PIM: Alan Turing activated the Exchange Administrator role",
            ],
            office.Sent);
    }

    [Fact]
    public async Task What_its_holder_ended_before_the_worker_came_back_stays_ended()
    {
        var request = await office.AskedAsync(office.Alan, Later());
        office.Skip(TimeSpan.FromHours(3.5));
        (await office.DeactivateAsync(office.Alan)).Done();

        await office.WorkAsync();

        Assert.False(await office.HoldsAsync(office.Alan));
        Assert.Equal(RequestStatus.Provisioned, (await office.NowAsync(request)).Status);
        Assert.DoesNotContain("alan.turing: PIM: Your Exchange Administrator role is active", office.Sent);
        Assert.Single(office.Sent, "alan.turing: PIM: Your Exchange Administrator role has ended");
    }

    [Fact]
    public async Task An_assignment_that_was_planned_begins_and_was_told_when_it_was_given()
    {
        var given = (await office.AssignAsync(
            office.Ada, office.Give(office.Barbara, ScheduleKind.Assignment) with { Start = office.Now.AddDays(1) })).Done();
        Assert.Equal(RequestStatus.Granted, given.Status);

        await office.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(RequestStatus.Provisioned, (await office.NowAsync(given)).Status);
        Assert.True(await office.HoldsAsync(office.Barbara));
        Assert.Equal(
            ["Ada: Add member to role in PIM requested (permanent)", "Regent: Add member to role in PIM completed (permanent)"],
            office.Record);
        Assert.Equal(["Assigned to Barbara", "AssignmentAlert to Ada", "AssignmentAlert to Grace"], office.Mails);
    }

    private ActivationAsk Later() => Later(office);

    private static ActivationAsk Later(Office office) => office.Ask(office.Alan) with { Start = office.Now.AddHours(3) };
}
