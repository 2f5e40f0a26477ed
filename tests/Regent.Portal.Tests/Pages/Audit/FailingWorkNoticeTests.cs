using Bunit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Portal.Layout;
using Regent.Portal.Pages;
using Regent.Portal.Pages.Audit;

namespace Regent.Portal.Tests.Pages.Audit;

/// <summary>Work that keeps failing is seen by those who can have it mended, for as long as it fails.</summary>
public sealed class FailingWorkNoticeTests : PortalContext
{
    private readonly Principal ada;

    public FailingWorkNoticeTests()
    {
        ada = World.AddUser("Ada Lovelace");
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        SignIn(ada);
    }

    [Fact]
    public void The_dashboard_says_how_much_fails_and_since_when_and_leads_to_the_rest()
    {
        World.AddFailing(AgendaKind.SendMail, "Connection refused");
        World.Clock.Advance(TimeSpan.FromMinutes(35));
        World.AddFailing(AgendaKind.SendMail, "Connection refused");

        var notice = Dashboard().Find("[data-testid=failing]");

        Assert.Equal("alert", notice.GetAttribute("role"));
        Assert.Equal("2 mails cannot be sent", notice.QuerySelector("strong")!.TextContent);
        Assert.Contains("The first failed 35 min ago · 12:00 UTC", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal("/audit", notice.QuerySelector("[data-testid=failing-details]")!.GetAttribute("href"));
    }

    [Fact]
    public void It_appears_when_something_fails_and_is_gone_when_nothing_does()
    {
        var page = Dashboard();
        Assert.Empty(page.FindAll("[data-testid=failing]"));

        var item = World.AddFailing(AgendaKind.SendMail, "Connection refused");
        page.WaitForAssertion(() => Assert.Contains("1 mail cannot be sent", page.Find("[data-testid=failing]").TextContent, StringComparison.Ordinal));

        World.Remove(item);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=failing]")));
    }

    [Fact]
    public void Who_cannot_read_the_record_is_not_alarmed()
    {
        World.AddFailing(AgendaKind.SendMail, "Connection refused");
        SignIn(World.AddUser("Alan Turing"));

        Assert.Empty(Dashboard().FindAll("[data-testid=failing]"));
    }

    [Fact]
    public void The_record_says_what_fails_for_which_reason_and_when_it_is_tried_again()
    {
        World.AddFailing(AgendaKind.SendMail, "Connection refused");
        World.Clock.Advance(TimeSpan.FromMinutes(5));
        World.AddFailing(AgendaKind.TellEnd, "<b>The disk is full</b>");

        var notice = Render<Surroundings>(p => p.AddChildContent<AuditPage>()).Find("[data-testid=failing]");

        Assert.Equal("2 pieces of due work keep failing", notice.QuerySelector("strong")!.TextContent);
        string[] reasons = [.. notice.QuerySelectorAll("[data-testid=failing-work]").Select(work => Plain(work.TextContent))];
        Assert.Equal(
            [
                "1 mail cannot be sent, for the first time 5 min ago · 12:00 UTC. It is tried again now. Connection refused",
                "1 end cannot be put on record, for the first time now · 12:05 UTC. Next try in 1 min. <b>The disk is full</b>",
            ],
            reasons);
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<Surroundings> Dashboard() => Render<Surroundings>(p => p.AddChildContent<Dashboard>());
}
