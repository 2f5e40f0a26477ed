using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Requests;
using Regent.Portal.Pages.Requests;

namespace Regent.Portal.Tests.Pages.Requests;

public sealed class MyRequestsTests : PortalContext
{
    private readonly Principal alan;
    private readonly Principal grace;

    public MyRequestsTests()
    {
        alan = World.AddUser("Alan Turing");
        grace = World.AddUser("Grace Hopper");
        SignIn(alan);
    }

    [Fact]
    public void Who_has_asked_for_nothing_is_led_to_what_they_can_activate()
    {
        var page = Render<MyRequests>();

        Assert.Equal("/my-roles", page.Find("[data-testid=empty] a").GetAttribute("href"));
    }

    [Fact]
    public async Task Each_request_shows_where_it_stands_and_its_story_opens_by_its_address()
    {
        var request = await AskAsync("Exchange Administrator", needsApproval: true);

        var page = Render<MyRequests>(p => p.Add(one => one.Id, request.Id.Value));

        Assert.Equal("Pending approval", page.Find("[data-testid=row] [data-testid=status]").TextContent.Trim());
        Assert.Equal($"/my-requests/{request.Id}", page.Find("[data-testid=story-link]").GetAttribute("href"));
        Assert.Contains("You asked", page.Find("[data-testid=request-panel]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper was asked to approve", page.Find("[data-testid=story]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiting_request_is_withdrawn_after_asking_once_and_the_list_follows()
    {
        await AskAsync("Exchange Administrator", needsApproval: true);
        var page = Render<MyRequests>();

        page.Find("[data-testid=cancel]").Click();
        Assert.Contains("Exchange Administrator", page.Find("[data-testid=cancel-request]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=cancel-request-do]").Click();

        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find("[data-testid=status]").TextContent.Trim()));
        Assert.Empty(page.FindAll("[data-testid=cancel]"));
    }

    [Fact]
    public async Task What_is_in_force_cannot_be_cancelled()
    {
        await AskAsync("Security Reader", needsApproval: false);

        var page = Render<MyRequests>();

        Assert.Equal("Active", page.Find("[data-testid=status]").TextContent.Trim());
        Assert.Empty(page.FindAll("[data-testid=cancel]"));
    }

    [Fact]
    public async Task A_request_that_ended_something_tells_who_ended_it()
    {
        var request = await AskAsync("Security Reader", needsApproval: false);
        World.Clock.Advance(TimeSpan.FromMinutes(6));
        var ended = await Services.GetRequiredService<DeactivateRole>().ExecuteAsync(
            new Caller(alan.Id, null), request.Role, Scope.Tenant, "Done with it", Xunit.TestContext.Current.CancellationToken);

        var page = Render<MyRequests>(p => p.Add(one => one.Id, Assert.IsType<Outcome<ScheduleRequest>.Done>(ended).Value.Id.Value));

        Assert.Equal(["You asked to end it", "You ended it"], page.FindAll(".step-title").Select(step => step.TextContent));
    }

    private async Task<ScheduleRequest> AskAsync(string name, bool needsApproval)
    {
        var role = World.AddRole(name).Id;
        World.MakeEligible(alan, role);
        World.Set(role, new ActivationSettings { RequiresApproval = needsApproval, Approvers = needsApproval ? [grace.Id] : [] });
        var ask = new ActivationAsk(alan.Id, role, Scope.Tenant)
        {
            Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(1)),
            Justification = "A mailbox is stuck",
        };
        var outcome = await Services.GetRequiredService<ActivateRole>().ExecuteAsync(
            new Caller(alan.Id, null), ask, Xunit.TestContext.Current.CancellationToken);

        return Assert.IsType<Outcome<ScheduleRequest>.Done>(outcome).Value;
    }
}
