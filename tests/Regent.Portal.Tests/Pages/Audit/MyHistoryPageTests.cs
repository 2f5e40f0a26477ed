using Bunit;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Audit;

namespace Regent.Portal.Tests.Pages.Audit;

public sealed class MyHistoryPageTests : PortalContext
{
    private readonly Principal alan;
    private readonly Principal grace;
    private readonly RoleDefinition exchange;

    public MyHistoryPageTests()
    {
        alan = World.AddUser("Alan Turing");
        grace = World.AddUser("Grace Hopper");
        exchange = World.AddRole("Exchange Administrator");
        SignIn(alan);
    }

    [Fact]
    public void What_one_did_and_what_was_done_to_one_is_there_and_nothing_else()
    {
        World.Record(
            Of(AuditActivities.ActivationApproved, by: grace, about: alan),
            Of(AuditActivities.ActivationApproved, by: grace, about: grace),
            Of(AuditActivities.DeactivationCompleted, by: alan, about: alan));

        Assert.Equal(
            ["Alan Turing ended their Exchange Administrator", "Grace Hopper approved Alan Turing's request for Exchange Administrator"],
            Sentences(Show()));
    }

    [Fact]
    public void The_address_cannot_ask_for_somebody_elses()
    {
        World.Record(Of(AuditActivities.SignedIn, by: grace, about: grace));

        var page = Show($"?person={grace.Id}");

        Assert.Empty(page.FindAll("[data-testid=entry], #person"));
    }

    [Fact]
    public void It_is_filtered_like_the_whole_record_and_its_files_hold_the_same()
    {
        World.Record(Of(AuditActivities.SignedIn, by: alan, about: alan), Of(AuditActivities.ActivationRequested, by: alan, about: alan));

        var page = Show($"?kind={Uri.EscapeDataString(AuditActivities.SignedIn)}");

        Assert.Equal(["Alan Turing signed in"], Sentences(page));
        Assert.Equal("/my-history", page.Find("[data-testid=clear]").GetAttribute("href"));
        Assert.Equal("/audit/export/csv?kind=Sign%20in&own=True&zone=UTC", page.Find("[data-testid=csv]").GetAttribute("href"));
    }

    [Fact]
    public void Who_has_no_history_is_told_what_makes_it()
    {
        var empty = Show().Find("[data-testid=empty]");

        Assert.Contains("Nothing on record yet", empty.TextContent, StringComparison.Ordinal);
        Assert.Equal("/my-roles", empty.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Until_it_is_known_who_reads_a_skeleton_stands_in()
    {
        SignInLater();
        World.Record(Of(AuditActivities.SignedIn, by: alan, about: alan));

        var page = Show();
        Assert.NotNull(page.Find("[data-testid=skeleton]"));
        SignIn(alan);

        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=entry]")));
        Assert.Empty(page.FindAll("[data-testid=skeleton]"));
    }

    private static IReadOnlyList<string> Sentences(IRenderedComponent<Surroundings> page) =>
        [.. page.FindAll("[data-testid=entry] .entry-what").Select(sentence => sentence.TextContent)];

    private AuditEntry Of(string activity, Principal by, Principal about) =>
        AuditEntry.Of(World.Now, activity, by.Id) with { Subject = about.Id, Role = exchange.Id };

    private IRenderedComponent<Surroundings> Show(string query = "")
    {
        Address.NavigateTo($"/my-history{query}");

        return Render<Surroundings>(p => p.AddChildContent<MyHistoryPage>());
    }
}
