using Bunit;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Requests;
using Regent.Portal.Pages.Extensions;
using Regent.Testing;

namespace Regent.Portal.Tests.Pages.Extensions;

public sealed class ExtensionRequestsTests : PortalContext
{
    private readonly Principal ada;
    private readonly Principal alan;
    private readonly RoleDefinition role;

    public ExtensionRequestsTests()
    {
        (ada, alan) = (World.AddUser("Ada Lovelace"), World.AddUser("Alan Turing"));
        World.Assign(ada, World.Add(Make.Role("Global Administrator") with { Id = DirectoryRoles.GlobalAdministrator }).Id);
        role = World.AddRole("Exchange Administrator");
        SignIn(ada);
    }

    [Fact]
    public void Nothing_waiting_says_what_would_be_here()
    {
        Assert.Contains("Nothing waits for you here", Render<ExtensionRequests>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_shows_what_is_there_and_what_is_wanted_and_is_given_as_asked()
    {
        var request = await AskedAsync();
        var page = Render<ExtensionRequests>();

        var card = page.Find("[data-testid=extension]");
        Assert.Contains("Alan Turing asks to keep Exchange Administrator", string.Join(' ', card.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("Not done yet", card.TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=why]").Input("Go on");
        await page.Find("[data-testid=approve]").ClickAsync(new());

        Assert.Equal(RequestStatus.Provisioned, (await World.Requests.FindAsync(request.Id, CancellationToken.None))!.Status);
        Assert.Contains("You approved the request of Alan Turing", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=extension]"));
    }

    [Fact]
    public async Task Another_end_can_be_given_and_what_the_settings_refuse_is_said_beside_it()
    {
        var request = await AskedAsync();
        var page = Render<ExtensionRequests>();
        page.Find("[data-testid=why]").Input("A week");
        page.Find("input[type=date]").Change("2020-01-01");
        await page.Find("[data-testid=approve]").ClickAsync(new());
        Assert.NotEmpty(page.FindAll(".end-error p"));

        page.Find("input[type=date]").Change(World.Now.AddDays(17).ToString("yyyy-MM-dd", null));
        await page.Find("[data-testid=approve]").ClickAsync(new());

        var decided = (await World.Requests.FindAsync(request.Id, CancellationToken.None))!;
        Assert.Equal(RequestStatus.Provisioned, decided.Status);
        var open = Assert.Single(await World.Schedules.OpenOfAsync([alan.Id], ScheduleKind.Eligibility, role.Id, World.Now, CancellationToken.None));
        Assert.Equal(World.Now.AddDays(17).Date, open.Effective.End!.Value.UtcDateTime.Date);
    }

    [Fact]
    public async Task A_decision_without_words_is_none()
    {
        var request = await AskedAsync();
        var page = Render<ExtensionRequests>();

        await page.Find("[data-testid=deny]").ClickAsync(new());

        Assert.Contains("Say in a sentence", page.Markup, StringComparison.Ordinal);
        Assert.Equal(RequestStatus.PendingAdminDecision, (await World.Requests.FindAsync(request.Id, CancellationToken.None))!.Status);
    }

    [Fact]
    public async Task Who_administers_nothing_sees_nothing_of_others()
    {
        var request = await AskedAsync();
        SignIn(World.AddUser("Eve Stranger"));

        var page = Render<ExtensionRequests>(one => one.Add(it => it.Id, request.Id.Value));

        Assert.NotEmpty(page.FindAll("[data-testid=refused]"));
        Assert.DoesNotContain("Exchange", page.Markup, StringComparison.Ordinal);
    }

    private async Task<ScheduleRequest> AskedAsync()
    {
        var given = World.MakeEligible(alan, role.Id, World.Now.AddDays(10));
        return (await World.The<ExtendRole>().ExecuteAsync(
            new Caller(alan.Id, World.Now),
            new AssignmentAsk(ScheduleKind.Eligibility, alan.Id, role.Id, Scope.Tenant)
            {
                Target = given.Id,
                Expiration = new Expiration.AfterDateTime(World.Now.AddDays(40)),
                Justification = "Not done yet",
            },
            CancellationToken.None)).Done();
    }
}
