using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Requests;
using Regent.Testing;

namespace Regent.Operations.Tests.Requests;

public sealed class SimulatePolicyTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_shorter_maximum_refuses_only_what_was_longer()
    {
        await LivedAsync(hours: 2);
        await LivedAsync(hours: 6);

        var simulation = await SimulateAsync(settings => settings with { MaximumDuration = TimeSpan.FromHours(4) });

        Assert.Equal(2, simulation.Requests.Count);
        var different = Assert.Single(simulation.Different);
        Assert.Equal(TimeSpan.FromHours(6), different.Listing.Request.Duration);
        Assert.IsType<Verdict.Allowed>(different.Before);
        Assert.Equal([RefusalCode.ExpirationRule], different.After.Reasons.Select(reason => reason.Code));
    }

    [Fact]
    public async Task Approval_would_have_been_waited_for_and_a_second_factor_demanded()
    {
        await LivedAsync(hours: 2);

        var approval = await SimulateAsync(settings => settings with { RequiresApproval = true, Approvers = [office.Barbara.Id] });
        var factor = await SimulateAsync(settings => settings with { RequiresMfa = true });
        var nobody = await SimulateAsync(settings => settings with { RequiresApproval = true, Approvers = [office.Alan.Id] });

        Assert.IsType<Verdict.NeedsApproval>(Assert.Single(approval.Different).After);
        Assert.Equal([RefusalCode.MfaRule], Assert.Single(factor.Different).After.Reasons.Select(reason => reason.Code));
        Assert.Equal([RefusalCode.InvalidPolicy], Assert.Single(nobody.Different).After.Reasons.Select(reason => reason.Code));
    }

    [Fact]
    public async Task What_waited_for_approval_would_have_been_allowed()
    {
        office.DemandApproval(office.Barbara);
        var asked = await office.AskedAsync(office.Alan);
        await office.DecideAsync(office.Barbara, asked, approve: false);

        var different = Assert.Single((await SimulateAsync(settings => settings with { RequiresApproval = false })).Different);

        Assert.IsType<Verdict.NeedsApproval>(different.Before);
        Assert.IsType<Verdict.Allowed>(different.After);
    }

    [Fact]
    public async Task Each_request_is_compared_with_the_settings_it_was_made_under()
    {
        await LivedAsync(hours: 6);
        office.Demand(settings => settings with { MaximumDuration = TimeSpan.FromHours(1) });

        var simulation = await SimulateAsync(settings => settings with { RequiresTicket = true });

        Assert.IsType<Verdict.Allowed>(Assert.Single(simulation.Different).Before);
        Assert.Equal([RefusalCode.ExpirationRule], simulation.Different[0].After.Reasons.Select(reason => reason.Code));
        Assert.Equal(TimeSpan.FromHours(1), simulation.Now.Activation.MaximumDuration);
    }

    [Fact]
    public async Task What_was_taken_away_and_activated_since_does_not_speak_against_the_past()
    {
        await LivedAsync(hours: 2);
        await LivedAsync(hours: 3);
        await office.AskedAsync(office.Alan);
        await office.PassAsync(TimeSpan.FromMinutes(10));
        await office.RemoveAsync(office.Ada, office.Alan, ScheduleKind.Eligibility);

        var simulation = await SimulateAsync(settings => settings);

        Assert.Equal(3, simulation.Requests.Count);
        Assert.All(simulation.Requests, request => Assert.IsType<Verdict.Allowed>(request.After));
    }

    [Fact]
    public async Task Who_is_gone_today_is_judged_by_the_eligibility_of_then()
    {
        await LivedAsync(hours: 2);
        office.Disable(office.Alan);

        Assert.IsType<Verdict.Allowed>(Assert.Single((await SimulateAsync(settings => settings)).Requests).After);
    }

    [Fact]
    public async Task Only_activations_of_the_role_within_the_days_are_judged()
    {
        await LivedAsync(hours: 2);
        office.Skip(TimeSpan.FromDays(40));
        await LivedAsync(hours: 2);
        await office.AssignAsync(office.Ada, office.Give(office.Barbara));

        Assert.Single((await SimulateAsync(settings => settings)).Requests);
        Assert.Equal(2, (await SimulateAsync(settings => settings, days: 90)).Requests.Count);
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        await LivedAsync(hours: 2);
        var (record, agenda, version) = (office.Record, office.Agenda, (await office.World.Policies.GetAsync(office.Role, Scope.Tenant, Office.Ct)).Version);

        await SimulateAsync(settings => settings with { MaximumDuration = TimeSpan.FromMinutes(30) });

        Assert.Equal(record, office.Record);
        Assert.Equal(agenda, office.Agenda);
        Assert.Equal(version, (await office.World.Policies.GetAsync(office.Role, Scope.Tenant, Office.Ct)).Version);
    }

    [Fact]
    public async Task Settings_that_could_not_be_saved_are_refused()
    {
        Assert.Equal(RefusalCode.InvalidPolicy, (await AskAsync(settings => settings with { MaximumDuration = TimeSpan.FromDays(2) })).Code());
        Assert.Equal(
            RefusalCode.MfaAndAcrsConflict, (await AskAsync(settings => settings with { RequiresMfa = true, AuthenticationContext = "c1" })).Code());
    }

    private async Task<ScheduleRequest> LivedAsync(int hours)
    {
        var asked = await office.AskedAsync(
            office.Alan, office.Ask(office.Alan) with { Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(hours)) });
        await office.PassAsync(TimeSpan.FromHours(hours + 1));
        return asked;
    }

    private Task<Outcome<Simulation>> AskAsync(Func<ActivationSettings, ActivationSettings> change, int days = 30) =>
        office.The<SimulatePolicy>().ExecuteAsync(office.Role, Scope.Tenant, change, TimeSpan.FromDays(days), Office.Ct);

    private async Task<Simulation> SimulateAsync(Func<ActivationSettings, ActivationSettings> change, int days = 30) =>
        (await AskAsync(change, days)).Done();
}
