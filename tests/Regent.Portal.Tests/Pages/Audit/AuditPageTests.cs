using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Audit;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Pages.Audit;

public sealed class AuditPageTests : PortalContext
{
    private readonly Principal edsger;
    private readonly Principal alan;
    private readonly RoleDefinition exchange;

    public AuditPageTests()
    {
        edsger = World.AddUser("Edsger Dijkstra");
        alan = World.AddUser("Alan Turing");
        exchange = World.AddRole("Exchange Administrator");
        World.Assign(edsger, DirectoryRoles.GlobalReader);
        SignIn(edsger);
    }

    [Fact]
    public void Every_entry_is_a_sentence_with_its_words_the_newest_first()
    {
        World.Record(
            Asked(World.Now.AddHours(-2)) with { Reason = "A mailbox is stuck." },
            AuditEntry.Of(World.Now, AuditActivities.RoleSettingUpdated, edsger.Id) with { Role = exchange.Id });

        var page = Show();

        Assert.Equal(
            ["Edsger Dijkstra changed the settings of Exchange Administrator", "Alan Turing asked to activate Exchange Administrator"],
            Sentences(page));
        Assert.Contains("A mailbox is stuck.", page.FindAll("[data-testid=entry]")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_failed_says_so_in_a_word()
    {
        World.Record(
            Asked(World.Now),
            AuditEntry.Of(World.Now, AuditActivities.SignInFailed, actor: null) with { Subject = alan.Id, Result = AuditResult.Failure });

        var failed = Assert.Single(Show().FindAll("[data-testid=entry]"), entry => entry.QuerySelector("[data-testid=status]") is not null);

        Assert.Contains("Signing in as Alan Turing failed", failed.TextContent, StringComparison.Ordinal);
        Assert.Equal("Failed", failed.QuerySelector("[data-testid=status]")!.TextContent);
    }

    [Fact]
    public void An_entry_opens_to_its_facts_and_leads_to_its_request()
    {
        var story = Testing.Make.NewId();
        World.Record(Asked(World.Now) with
        {
            CorrelationId = story,
            Details = new Dictionary<string, string> { ["TicketNumber"] = "INC-1" },
        });

        var facts = Show().FindAll("[data-testid=fact]").Select(fact => Plain(fact.TextContent)).ToList();

        Assert.Equal(
            [$"Activity {AuditActivities.ActivationRequested}", "Result Success", "TicketNumber INC-1", $"Request {story}"], facts);
    }

    [Fact]
    public void The_filters_of_the_address_narrow_the_list_and_stand_in_their_fields()
    {
        World.Record(
            Asked(World.Now.AddDays(-3)),
            AuditEntry.Of(World.Now, AuditActivities.SignedIn, edsger.Id) with { Subject = edsger.Id });

        Assert.Equal(["Alan Turing asked to activate Exchange Administrator"], Sentences(Show($"?person={alan.Id}")));
        Assert.Equal(["Alan Turing asked to activate Exchange Administrator"], Sentences(Show($"?role={exchange.Id}")));
        Assert.Equal(["Alan Turing asked to activate Exchange Administrator"], Sentences(Show("?until=2026-02-27")));
        Assert.Equal(["Edsger Dijkstra signed in"], Sentences(Show("?from=2026-02-28")));
        var page = Show($"?kind={Uri.EscapeDataString(AuditActivities.SignedIn)}&person={edsger.Id}");
        Assert.Equal(["Edsger Dijkstra signed in"], Sentences(page));
        Assert.Equal(AuditActivities.SignedIn, page.Find("[data-testid=kind]").GetAttribute("value"));
        Assert.Contains("Edsger Dijkstra", page.Find("[data-testid=picked]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Choosing_in_a_field_changes_the_address_and_the_list_and_all_can_be_cleared()
    {
        World.Record(Asked(World.Now), AuditEntry.Of(World.Now, AuditActivities.SignedIn, edsger.Id));
        var page = Show();
        Assert.Empty(page.FindAll("[data-testid=clear]"));

        page.Find("[data-testid=kind]").Change(AuditActivities.SignedIn);

        Assert.Equal($"/audit?kind={Uri.EscapeDataString(AuditActivities.SignedIn)}", Here);
        page.WaitForAssertion(() => Assert.Equal(["Edsger Dijkstra signed in"], Sentences(page)));
        Assert.Equal("/audit", page.Find("[data-testid=clear]").GetAttribute("href"));
    }

    [Fact]
    public void Days_begin_when_they_begin_for_the_reader_on_the_page_and_in_the_files()
    {
        Services.GetRequiredService<ReaderZone>().Use("Europe/Berlin");
        World.Record(
            Asked(new DateTimeOffset(2026, 3, 1, 22, 59, 0, TimeSpan.Zero)), Asked(new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero)));

        var page = Show("?from=2026-03-02");

        Assert.Single(page.FindAll("[data-testid=entry]"));
        Assert.Equal("/audit/export/csv?from=2026-03-02&own=False&zone=Europe%2FBerlin", page.Find("[data-testid=csv]").GetAttribute("href"));
        Assert.Equal("/audit/export/json?from=2026-03-02&own=False&zone=Europe%2FBerlin", page.Find("[data-testid=json]").GetAttribute("href"));
    }

    [Fact]
    public void Nothing_found_is_not_nothing_on_record()
    {
        Assert.Contains("Nothing on record yet", Show().Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);

        var filtered = Show("?until=2020-01-01").Find("[data-testid=empty]");
        Assert.Contains("Nothing on record matches", filtered.TextContent, StringComparison.Ordinal);
        Assert.Equal("/audit", filtered.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void The_list_goes_on_where_it_stopped()
    {
        World.Record([.. Enumerable.Range(0, 60).Select(minute => Asked(World.Now.AddMinutes(minute)))]);
        var page = Show();
        Assert.Equal(50, page.FindAll("[data-testid=entry]").Count);

        page.Find("[data-testid=more]").Click();

        page.WaitForAssertion(() => Assert.Equal(60, page.FindAll("[data-testid=entry]").Count));
        Assert.Empty(page.FindAll("[data-testid=more]"));
    }

    [Fact]
    public void Who_may_not_read_learns_which_role_opens_the_page_and_sees_nothing_of_it()
    {
        World.Record(Asked(World.Now));
        World.AddFailing(Operations.Ports.AgendaKind.SendMail, "The mail server does not answer.");
        World.Add(Testing.Make.Role("Security Reader") with { Id = DirectoryRoles.SecurityReader });
        World.MakeEligible(alan, DirectoryRoles.SecurityReader);
        SignIn(alan);

        var page = Show();

        Assert.Contains("Global Reader, Security Reader", page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/my-roles?activate={DirectoryRoles.SecurityReader}", page.Find("[data-testid=activate-right]").GetAttribute("href"));
        Assert.Empty(page.FindAll("[data-testid=entry], [data-testid=csv], [data-testid=failing]"));
    }

    [Fact]
    public void Who_loses_the_right_while_looking_sees_no_more()
    {
        World.Record(Asked(World.Now));
        var grace = World.AddUser("Grace Hopper");
        var held = World.Assign(grace, DirectoryRoles.GlobalReader, World.Now.AddHours(1));
        SignIn(grace);
        var page = Show();
        Assert.NotEmpty(page.FindAll("[data-testid=entry]"));

        World.Clock.Advance(TimeSpan.FromHours(2));
        World.Add(held with { EndedAt = World.Now });

        page.WaitForAssertion(
            () => Assert.Contains("not open to you", page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        Assert.Empty(page.FindAll("[data-testid=entry]"));
    }

    [Fact]
    public void Until_it_is_known_who_reads_a_skeleton_stands_in()
    {
        SignInLater();
        World.Record(Asked(World.Now));

        var page = Show();
        Assert.NotNull(page.Find("[data-testid=skeleton]"));
        Assert.Empty(page.FindAll("[data-testid=entry], [data-testid=empty]"));
        SignIn(edsger);

        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=entry]")));
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<string> Sentences(IRenderedComponent<Surroundings> page) =>
        [.. page.FindAll("[data-testid=entry] .entry-what").Select(sentence => sentence.TextContent)];

    private AuditEntry Asked(DateTimeOffset at) =>
        AuditEntry.Of(at, AuditActivities.ActivationRequested, alan.Id) with { Subject = alan.Id, Role = exchange.Id };

    private IRenderedComponent<Surroundings> Show(string query = "")
    {
        Address.NavigateTo($"/audit{query}");

        return Render<Surroundings>(p => p.AddChildContent<AuditPage>());
    }
}
