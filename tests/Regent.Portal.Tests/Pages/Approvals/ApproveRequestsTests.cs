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
using Regent.Portal.Pages.Approvals;

namespace Regent.Portal.Tests.Pages.Approvals;

public sealed class ApproveRequestsTests : PortalContext
{
    private readonly Principal alan;
    private readonly Principal grace;
    private readonly Principal ada;
    private readonly Principal katherine;

    public ApproveRequestsTests()
    {
        alan = World.AddUser("Alan Turing");
        grace = World.AddUser("Grace Hopper");
        ada = World.AddUser("Ada Lovelace");
        katherine = World.AddUser("Katherine Johnson");
        SignIn(grace);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_says_all_that_a_decision_needs()
    {
        await AskAsync(alan, "Exchange Administrator");

        var card = Render<ApproveRequests>().Find("[data-testid=case]").TextContent;

        Assert.Contains("Alan Turing", card, StringComparison.Ordinal);
        Assert.Contains("What a Exchange Administrator does.", card, StringComparison.Ordinal);
        Assert.Contains("A mailbox is stuck", card, StringComparison.Ordinal);
        Assert.Contains("INC-7 · Desk", card, StringComparison.Ordinal);
        Assert.Contains("Has not held this role before.", card, StringComparison.Ordinal);
        Assert.Matches("(Grace Hopper and Ada Lovelace|Ada Lovelace and Grace Hopper) were asked", card);
        Assert.Contains("lapses in 1 d 0 h", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_needs_words_and_says_so_beside_the_field()
    {
        var request = await AskAsync(alan, "Exchange Administrator");
        var page = Render<ApproveRequests>();

        page.Find("[data-testid=approve]").Click();

        Assert.Contains("Say in a sentence", page.Find($"#why-{request.Id}-error").TextContent, StringComparison.Ordinal);
        Assert.True((await World.Requests.FindAsync(request.Id, Ct))!.IsPending);
    }

    [Fact]
    public async Task Approving_is_told_and_takes_the_request_from_the_list()
    {
        var request = await AskAsync(alan, "Exchange Administrator");
        var page = Render<ApproveRequests>();

        page.Find("[data-testid=why]").Input("Agreed");
        page.Find("[data-testid=approve]").Click();

        page.WaitForAssertion(() => Assert.Contains("Approved", page.Find("[data-testid=result]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=case]"));
        var decision = (await World.Requests.FindAsync(request.Id, Ct))!.Approval!.Decision!;
        Assert.Equal(("Agreed", grace.Id, true), (decision.Justification, decision.By, decision.Approved));
    }

    [Fact]
    public async Task Denying_asks_once_and_names_whom_and_what()
    {
        var request = await AskAsync(alan, "Exchange Administrator");
        var page = Render<ApproveRequests>();

        page.Find("[data-testid=why]").Input("Not without a ticket of yours");
        page.Find("[data-testid=deny]").Click();

        Assert.Contains("Deny Alan Turing's request for Exchange Administrator?", page.Find("[data-testid=decide]").TextContent, StringComparison.Ordinal);
        Assert.True((await World.Requests.FindAsync(request.Id, Ct))!.IsPending);
        page.Find("[data-testid=decide-do]").Click();
        page.WaitForAssertion(() => Assert.Contains("Denied", page.Find("[data-testid=result]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_are_decided_with_one_justification_and_each_has_its_result()
    {
        await AskAsync(alan, "Exchange Administrator");
        await AskAsync(katherine, "User Administrator", eligibleUntil: World.Now.AddHours(2));
        World.Clock.Advance(TimeSpan.FromHours(3));
        var page = Render<ApproveRequests>();

        SelectAll(page);
        page.Find("[data-testid=approve-together]").Click();
        page.Find("[data-testid=decide-do]").Click();
        Assert.Contains("Say in a sentence", page.Find("#why-together-error").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=why-together]").Input("Both are on call");
        page.Find("[data-testid=decide-do]").Click();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-testid=result]").Count));
        var results = page.FindAll("[data-testid=result]").Select(result => result.TextContent).ToList();
        Assert.Contains(results, result => result.Contains("Exchange Administrator is active for Alan Turing", StringComparison.Ordinal));
        Assert.Contains(results, result => result.Contains("Not decided", StringComparison.Ordinal)
            && result.Contains("Katherine Johnson", StringComparison.Ordinal) && result.Contains("no eligibility", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Own_requests_are_never_offered_and_their_address_says_why()
    {
        var request = await AskAsync(grace, "Exchange Administrator");

        var page = Render<ApproveRequests>(p => p.Add(one => one.Id, request.Id.Value));

        Assert.Empty(page.FindAll("[data-testid=case]"));
        Assert.Contains("Nobody decides on their own request", page.Find("[data-testid=settled]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_of_the_address_is_on_top_and_says_by_whom_it_was_decided()
    {
        var request = await AskAsync(alan, "Exchange Administrator");
        await AskAsync(katherine, "User Administrator");
        await DecideAsync(ada, request.Id, approve: false);

        var page = Render<ApproveRequests>(p => p.Add(one => one.Id, request.Id.Value));

        Assert.Contains("Ada Lovelace denied Alan Turing's request for Exchange Administrator", page.Find("[data-testid=settled]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Also waiting", page.Find("h2.also").TextContent);
        Assert.Single(page.FindAll("[data-testid=case]"));
    }

    [Fact]
    public async Task The_second_of_two_approvers_is_told_who_was_first()
    {
        var request = await AskAsync(alan, "Exchange Administrator");
        var page = Render<ApproveRequests>();
        page.Find("[data-testid=why]").Input("Agreed");

        await DecideAsync(ada, request.Id, approve: true);

        page.WaitForAssertion(() => Assert.Contains(
            "Ada Lovelace approved Alan Turing's request for Exchange Administrator",
            page.Find("[data-testid=settled-by-others]").TextContent,
            StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=case]"));
    }

    [Fact]
    public void Nothing_to_decide_says_what_would_be_here()
    {
        var page = Render<ApproveRequests>();

        Assert.Contains("Nothing waits for your decision", page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
    }

    private static void SelectAll(IRenderedComponent<ApproveRequests> page)
    {
        for (var at = 0; at < page.FindAll("[data-testid=select]").Count; at++)
        {
            page.FindAll("[data-testid=select]")[at].Change(true);
        }
    }

    private async Task<ScheduleRequest> AskAsync(Principal who, string name, DateTimeOffset? eligibleUntil = null)
    {
        var role = World.AddRole(name).Id;
        World.MakeEligible(who, role, eligibleUntil);
        World.Set(role, new ActivationSettings { RequiresApproval = true, Approvers = [grace.Id, ada.Id] });
        var ask = new ActivationAsk(who.Id, role, Scope.Tenant)
        {
            Expiration = new Expiration.AfterDuration(TimeSpan.FromHours(1)),
            Justification = "A mailbox is stuck",
            Ticket = new Ticket("INC-7", "Desk"),
        };
        var outcome = await Services.GetRequiredService<ActivateRole>().ExecuteAsync(new Caller(who.Id, null), ask, Ct);

        return Assert.IsType<Outcome<ScheduleRequest>.Done>(outcome).Value;
    }

    private async Task DecideAsync(Principal approver, RequestId request, bool approve)
    {
        var outcome = await Services.GetRequiredService<DecideRequest>().ExecuteAsync(
            new Caller(approver.Id, null), request, approve, "I was first", Ct);

        Assert.IsType<Outcome<ScheduleRequest>.Done>(outcome);
    }
}
