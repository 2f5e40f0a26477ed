using Bunit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Targets;

namespace Regent.Portal.Tests.Pages.Targets;

public sealed class TargetsPageTests : PortalContext
{
    private readonly TargetSite site;
    private readonly Principal alan;

    public TargetsPageTests()
        : base(usual => [usual with { Kind = TargetKind.Ldap, Name = "A directory", Settings = [new TargetSetting("server", "Server", "Where it is.")] }])
    {
        foreach (var role in DirectoryRoles.BuiltIn)
        {
            World.Add(role);
        }

        var ada = World.AddUser("Ada Lovelace");
        alan = World.AddUser("Alan Turing");
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        site = new TargetSite(World);
        SignIn(ada);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void Without_targets_it_says_what_they_are_for()
    {
        var page = Show();

        Assert.Contains("is a system your organisation runs", page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Add the first target", page.Find("[data-testid=empty] a").TextContent);
    }

    [Fact]
    public async Task Each_target_says_how_it_stands()
    {
        World.System.Put(new Holding("stranger", TargetSite.Thing));
        await site.SaveAsync();
        await site.MapAsync();
        await site.HoldAsync(alan);

        var row = Show().WaitForElement("[data-testid=row]");
        Assert.Equal("Directory", row.QuerySelector("[data-testid=target-link]")!.TextContent);
        Assert.Equal(["Live", "Answers"], row.QuerySelectorAll("[data-testid=status]").Select(status => status.TextContent));
        Assert.Equal("1", row.QuerySelector("[data-testid=in-effect]")!.TextContent);
        Assert.Equal($"/targets/{site.Target.Id}?tab=outside", row.QuerySelector("[data-testid=outside]")!.GetAttribute("href"));
        Assert.Null(row.QuerySelector("[data-testid=failing]"));
    }

    [Fact]
    public async Task One_that_does_not_answer_says_so_in_its_own_words_and_what_fails_has_its_age()
    {
        await site.SaveAsync();
        await site.MapAsync();
        World.System.Refusals[new Holding("alan.turing", TargetSite.Thing)] = TargetAnswer.Refused("Not that one.");
        await site.HoldAsync(alan);
        World.System.Silence = "Nobody is at home.";
        await site.LandAsync();
        World.Clock.Advance(TimeSpan.FromMinutes(3));

        var row = Show().WaitForElement("[data-testid=row]");
        Assert.Equal("for 3 min: Nobody is at home.", row.QuerySelector("[data-testid=health-words]")!.TextContent.Trim());
        Assert.Contains("for 3 min", row.QuerySelector("[data-testid=failing]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/targets/{site.Target.Id}?tab=ledger&show=failing", row.QuerySelector("[data-testid=failing]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_target_is_added_by_its_kind_and_what_is_wrong_stands_at_its_field()
    {
        var page = Show("?add=1");
        Assert.Equal(["kind-Ldap", "kind-Webhook"], page.FindAll(".kind").Select(card => card.GetAttribute("data-testid")));
        await page.Find("[data-testid=kind-Webhook]").ClickAsync(new());

        await page.Find("#target-form").SubmitAsync();
        Assert.Contains("1 to", page.Find("#target-name-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("Address is missing", page.Find("#target-address-error").TextContent, StringComparison.Ordinal);
        await page.Find("#target-name").InputAsync("Intranet");
        await page.Find("#target-address").InputAsync("https://there.example");
        await page.Find("#target-key").InputAsync("open sesame");
        await page.Find("#target-sweepEvery").InputAsync("2");
        await page.Find("#target-form").SubmitAsync();
        Assert.Contains("from 5 to", page.Find("#target-sweepEvery-error").TextContent, StringComparison.Ordinal);
        await page.Find("#target-sweepEvery").InputAsync("30");
        await page.Find("#target-form").SubmitAsync();

        var saved = Assert.Single(await World.Targets.ListAsync(Ct));
        page.WaitForAssertion(() => Assert.Equal($"/targets/{saved.Id}?tab=mappings", Here));
        Assert.Equal((TargetState.New, TimeSpan.FromMinutes(30), "{name}"), (saved.State, saved.SweepEvery, saved.Accounts.Value));
        Assert.NotEqual("open sesame", saved.Settings["key"]);
    }

    [Theory]
    [InlineData(null, "finding-good", "It works", "It answers.")]
    [InlineData("Nobody is at home.", "finding-bad", "It does not work yet", "Nobody is at home.")]
    public async Task A_connection_is_tried_before_it_is_saved(string? silence, string finding, string title, string words)
    {
        World.System.Silence = silence;
        var page = Show("?add=1");
        await page.Find("[data-testid=kind-Webhook]").ClickAsync(new());
        await page.Find("#target-name").InputAsync("Intranet");
        await page.Find("#target-address").InputAsync("https://there.example");

        await page.Find("[data-testid=target-try]").ClickAsync(new());

        Assert.Equal(title, page.Find("[data-testid=findings] h3").TextContent);
        Assert.Contains(words, page.Find($"[data-testid={finding}]").TextContent, StringComparison.Ordinal);
        Assert.Empty(await World.Targets.ListAsync(Ct));
    }

    [Fact]
    public async Task Readers_see_targets_and_change_nothing_and_others_see_none()
    {
        await site.SaveAsync();
        var edsger = World.AddUser("Edsger Dijkstra");
        World.Assign(edsger, DirectoryRoles.GlobalReader);
        SignIn(edsger);
        var page = Show("?add=1");
        page.WaitForElement("[data-testid=row]");
        Assert.Empty(page.FindAll("[data-testid=add-target], #target-panel"));

        SignIn(alan);
        Assert.Empty(Show().FindAll("[data-testid=row]"));
        Assert.Contains("not open to you", Show().Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<Surroundings> Show(string query = "")
    {
        Address.NavigateTo($"/targets{query}");

        return Render<Surroundings>(p => p.AddChildContent<TargetsPage>());
    }
}
