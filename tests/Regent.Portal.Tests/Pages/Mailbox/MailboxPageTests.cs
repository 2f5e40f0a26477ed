using Bunit;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Mailbox;

namespace Regent.Portal.Tests.Pages.Mailbox;

public sealed class MailboxPageTests : PortalContext
{
    private readonly Principal alan;

    public MailboxPageTests()
    {
        alan = World.AddUser("Alan Turing");
        World.Mailer.Delivery = MailDelivery.Kept;
        SignIn(alan);
    }

    [Fact]
    public void The_readers_own_mails_are_listed_the_newest_first_and_lead_to_themselves()
    {
        World.Keep(World.AddUser("Grace Hopper"), "Not for Alan");
        var older = World.Keep(alan, "Older");
        World.Clock.Advance(TimeSpan.FromHours(1));
        var newer = World.Keep(alan, "Newer");

        var page = Show();

        Assert.Equal(
            [("Newer", $"/mailbox/{newer.Id}"), ("Older", $"/mailbox/{older.Id}")],
            page.FindAll("[data-testid=mail]").Select(link => (link.TextContent, link.GetAttribute("href"))));
    }

    [Fact]
    public void A_mail_opens_by_its_address_in_a_frame_that_can_do_nothing_but_follow_a_link()
    {
        var mail = World.Keep(alan, "Your role is active");

        var page = Show(mail.Id);

        var frame = page.Find("[data-testid=letter]");
        Assert.Equal("allow-top-navigation-by-user-activation", frame.GetAttribute("sandbox"));
        Assert.Contains("<head><base target=\"_top\">", frame.GetAttribute("srcdoc"), StringComparison.Ordinal);
        Assert.Contains("as text", page.Find("[data-testid=mail-panel] pre").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_elses_mail_is_no_mail()
    {
        var mail = World.Keep(World.AddUser("Grace Hopper"), "Secret");

        var page = Show(mail.Id);

        Assert.Equal("There is no such mail", page.Find("[data-testid=mail-panel] h2:not([id])").TextContent);
        Assert.DoesNotContain("Secret", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Closing_a_mail_leads_back_to_the_list()
    {
        var page = Show(World.Keep(alan, "Your role is active").Id);

        page.Find("[data-testid=mail-panel-close]").Click();

        Assert.Equal("/mailbox", Here);
    }

    [Fact]
    public void Without_any_mail_the_page_says_what_comes_here_and_where_to_go()
    {
        var page = Show();

        Assert.Contains("No mail", page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("[data-testid=empty] a"));
    }

    [Fact]
    public void With_a_mail_server_it_promises_no_mails()
    {
        var mail = World.Keep(alan, "From before");
        World.Mailer.Delivery = MailDelivery.Sent;

        var page = Show(mail.Id);

        Assert.Contains("Your mails are sent to you", page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=mail], [data-testid=mail-panel]"));
    }

    [Fact]
    public void Until_it_is_known_who_reads_a_skeleton_stands_in()
    {
        SignInLater();
        World.Keep(alan, "Your role is active");

        var page = Show();
        Assert.NotNull(page.Find("[data-testid=skeleton]"));
        Assert.Empty(page.FindAll("[data-testid=mail], [data-testid=empty]"));
        SignIn(alan);

        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=mail]")));
    }

    private IRenderedComponent<Surroundings> Show(Guid? mail = null) =>
        Render<Surroundings>(p => p.AddChildContent<MailboxPage>(page => page.Add(one => one.Id, mail)));
}
