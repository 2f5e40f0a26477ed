using Bunit;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Portal.Pages.Extensions;
using Regent.Testing;

namespace Regent.Portal.Tests.Pages.Extensions;

public sealed class ExtendPanelTests : PortalContext
{
    private readonly Principal ada;
    private readonly Principal alan;
    private readonly RoleDefinition role;

    public ExtendPanelTests()
    {
        (ada, alan) = (World.AddUser("Ada Lovelace"), World.AddUser("Alan Turing"));
        World.Assign(ada, World.Add(Make.Role("Global Administrator") with { Id = DirectoryRoles.GlobalAdministrator }).Id);
        role = World.AddRole("Exchange Administrator");
        SignIn(alan);
    }

    [Fact]
    public async Task What_was_given_proposes_as_long_again_and_says_that_a_second_factor_is_needed()
    {
        var panel = Show((await GiveAsync(TimeSpan.FromDays(10))).Schedule!.Value);

        Assert.Contains("Extend · Exchange Administrator", panel.Find("[data-testid=extend-panel]").TextContent, StringComparison.Ordinal);
        Assert.Equal(World.Now.AddDays(20).ToString("yyyy-MM-dd", null), panel.Find("#extend-end").GetAttribute("value"));
        panel.Find("#extend-reason").Input("Not done yet");
        await panel.Find("#extend-form").SubmitAsync();

        Assert.NotEmpty(panel.FindAll("[data-testid=mfa]"));
        Assert.Equal("Not done yet", panel.Find("#extend-reason").GetAttribute("value"));
    }

    [Fact]
    public async Task Without_a_reason_it_is_said_beside_the_field()
    {
        var panel = Show((await GiveAsync(TimeSpan.FromDays(10))).Schedule!.Value);

        await panel.Find("#extend-form").SubmitAsync();

        Assert.Contains("Justification is required", panel.Find("#extend-reason-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task What_is_not_in_its_last_days_says_when_it_can_be_asked_for()
    {
        var panel = Show((await GiveAsync(TimeSpan.FromDays(30))).Schedule!.Value);

        Assert.Contains("in the last 14 days", panel.Find("[data-testid=refused]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_somebody_elses_is_nothing_here()
    {
        var panel = Show(World.MakeEligible(ada, role.Id, World.Now.AddDays(3)).Id);

        Assert.Contains("nothing of yours", panel.Find("[data-testid=refused]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_activation_is_extended_on_the_panel_that_activates()
    {
        World.MakeEligible(alan, role.Id);
        var running = (await World.The<ActivateRole>().ExecuteAsync(
            new Caller(alan.Id, MfaAt: null),
            new ActivationAsk(alan.Id, role.Id, Scope.Tenant) { Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(1)), Justification = "A mailbox." },
            CancellationToken.None)).Done();
        World.Clock.Advance(TimeSpan.FromMinutes(50));
        var panel = Show(running.Schedule!.Value);

        panel.WaitForAssertion(() => Assert.Contains("Runs on for", panel.Markup, StringComparison.Ordinal));
        Assert.Empty(panel.FindAll("[data-testid=start-later]"));
        panel.Find("#duration").Input("4");
        panel.Find("#reason").Input("Two mailboxes.");
        await panel.Find("#activate-form").SubmitAsync();

        var held = Assert.Single(await World.Schedules.OpenOfAsync([alan.Id], ScheduleKind.Assignment, role.Id, World.Now, CancellationToken.None));
        Assert.Equal((running.Schedule, World.Now.AddHours(2)), (held.Id, held.Effective.End!.Value));
    }

    private IRenderedComponent<ExtendPanel> Show(ScheduleId id) => Render<ExtendPanel>(panel => panel.Add(one => one.Of, id));

    private async Task<ScheduleRequest> GiveAsync(TimeSpan length) => (await World.The<AssignRole>().ExecuteAsync(
        new Caller(ada.Id, MfaAt: null),
        new AssignmentAsk(ScheduleKind.Eligibility, alan.Id, role.Id, Scope.Tenant) { Expiration = new Expiration.AfterDuration(length), Justification = "Joins." },
        CancellationToken.None)).Done();

    private async Task<IReadOnlyList<RequestListing>> PendingAsync() =>
        (await World.Requests.ListAsync(new RequestQuery { Statuses = [RequestStatus.PendingAdminDecision] }, new PageAsk(), CancellationToken.None)).Items;
}
