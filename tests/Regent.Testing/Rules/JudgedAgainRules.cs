using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Testing.Contracts;

namespace Regent.Testing.Rules;

/// <summary>
/// A change of the settings, of the group, or of the eligibility is judged when it matters, whether it comes before the ask, between ask and
/// decision, or between decision and start: the nine combinations.
/// </summary>
public abstract class JudgedAgainRules(PortsUnderTest ports) : RuleContract(ports)
{
    /// <summary>What changes.</summary>
    public enum What
    {
        Settings,
        Group,
        Eligibility,
    }

    private Principal group = null!;

    [Theory]
    [InlineData(What.Settings, RefusalCode.ExpirationRule)]
    [InlineData(What.Group, RefusalCode.EligibilityRule)]
    [InlineData(What.Eligibility, RefusalCode.EligibilityRule)]
    public async Task A_change_before_the_ask_refuses_the_ask(What what, RefusalCode code)
    {
        await PrepareAsync();
        await ChangeAsync(what);

        Assert.Equal(code, (await AskAsync()).Code());
    }

    [Theory]
    [InlineData(What.Settings, RefusalCode.ExpirationRule)]
    [InlineData(What.Group, RefusalCode.EligibilityRule)]
    [InlineData(What.Eligibility, RefusalCode.EligibilityRule)]
    public async Task A_change_between_ask_and_decision_refuses_the_approval(What what, RefusalCode code)
    {
        await PrepareAsync();
        var asked = (await AskAsync()).Done();
        await ChangeAsync(what);

        Assert.Equal(code, (await Org.DecideAsync(Barbara, asked)).Code());
        Assert.Equal(RequestStatus.PendingApproval, (await Org.NowAsync(asked)).Status);
        Assert.Equal(RequestStatus.Denied, (await Org.DecideAsync(Barbara, asked, approve: false)).Done().Status);
    }

    [Theory]
    [InlineData(What.Settings, "at most 1 h")]
    [InlineData(What.Group, "no eligibility")]
    [InlineData(What.Eligibility, "removed")]
    public async Task A_change_between_decision_and_start_fails_the_start(What what, string why)
    {
        await PrepareAsync();
        var asked = (await AskAsync()).Done();
        Assert.Equal(RequestStatus.Granted, (await Org.DecideAsync(Barbara, asked)).Done().Status);
        await ChangeAsync(what);

        await Org.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal(RequestStatus.Failed, (await Org.NowAsync(asked)).Status);
        Assert.False(await Org.HoldsAsync(Alan, Helpdesk, Scope.Tenant));
        Assert.Contains(why, (await Org.RecordAsync(asked))[^1].Reason, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Org.Mailer.Sent, sent => sent.Text.Subject == "PIM: Your Helpdesk Administrator role could not be activated");
    }

    private async Task PrepareAsync()
    {
        group = await Org.GroupAsync("On call", Alan);
        await Org.GiveAsync(ScheduleKind.Eligibility, group, Helpdesk, Scope.Tenant);
        await Org.DemandAsync(Helpdesk, Scope.Tenant, Settings(TimeSpan.FromHours(8)));
    }

    private ActivationSettings Settings(TimeSpan maximum) =>
        new() { RequiresApproval = true, Approvers = [Barbara.Id], MaximumDuration = maximum };

    private Task<Outcome<ScheduleRequest>> AskAsync() =>
        Org.AskAsync(Alan, Helpdesk, Scope.Tenant, ask => ask with { Start = Org.Now.AddHours(1) });

    private Task ChangeAsync(What what) => what switch
    {
        What.Settings => Org.DemandAsync(Helpdesk, Scope.Tenant, Settings(TimeSpan.FromHours(1))),
        What.Group => Org.WriteAsync(ct => Org.Ports.Directory.RemoveMembershipAsync(new Membership(group.Id, Alan.Id), ct)),
        _ => Org.RemoveAsync(ScheduleKind.Eligibility, group, Helpdesk, Scope.Tenant),
    };
}
