using Bunit;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Targets;

namespace Regent.Portal.Tests.Pages.Targets;

public sealed class TargetPageTests : PortalContext
{
    private readonly TargetSite site;
    private readonly Principal alan;

    public TargetPageTests()
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

    private Holding Alans { get; } = new("alan.turing", TargetSite.Thing);

    [Fact]
    public async Task A_new_target_is_started_only_from_the_plan_that_was_seen()
    {
        World.Assign(alan, TargetSite.Role);
        World.System.Put(new Holding("stranger", TargetSite.Thing));
        await site.SaveAsync(target => target with { State = TargetState.New });
        await site.MapAsync();
        var page = Show();
        Assert.Empty(page.FindAll("[data-testid=start], [data-testid=start-again], [data-testid=sweep], [data-testid=pause]"));
        Assert.Equal($"/targets/{site.Target.Id}?tab=plan", page.Find("[data-testid=to-plan]").GetAttribute("href"));

        page = Show("?tab=plan");
        page.WaitForAssertion(() => Assert.Contains("alan.turing", page.Find("[data-testid=plan-give]").TextContent, StringComparison.Ordinal));
        Assert.Contains("stranger", page.Find("[data-testid=plan-outside]").TextContent, StringComparison.Ordinal);
        Assert.Empty(World.System.Calls);
        await page.PressAsync("[data-testid=start]");
        Assert.Equal("Start Directory?", page.Find("#target-act-title").TextContent);
        await page.PressAsync("[data-testid=target-act-do]");

        page.WaitForAssertion(() => Assert.Contains("was started", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        Assert.Equal(TargetState.Live, (await World.Targets.FindAsync(site.Target.Id, Ct))!.State);
    }

    [Fact]
    public async Task A_plan_that_cannot_be_made_says_why_and_offers_no_start()
    {
        await site.SaveAsync(target => target with { State = TargetState.New });
        await site.MapAsync();
        World.System.Silence = "Nobody is at home.";

        var page = Show("?tab=plan");

        page.WaitForAssertion(() => Assert.Contains("Nobody is at home.", page.Find("[data-testid=refused]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=start]"));
    }

    [Fact]
    public async Task Pausing_asks_first_and_starting_again_does_too()
    {
        await site.SaveAsync();
        var page = Show();
        await page.PressAsync("[data-testid=pause]");
        Assert.Contains("keeps it past its end", page.Find("#target-act-text").TextContent, StringComparison.Ordinal);
        await page.PressAsync("[data-testid=target-act-do]");
        page.WaitForElement("[data-testid=start-again]");
        Assert.Equal(TargetState.Paused, (await World.Targets.FindAsync(site.Target.Id, Ct))!.State);

        await page.PressAsync("[data-testid=start-again]");
        await page.PressAsync("[data-testid=target-act-do]");

        page.WaitForElement("[data-testid=pause]");
        Assert.Equal(TargetState.Live, (await World.Targets.FindAsync(site.Target.Id, Ct))!.State);
    }

    [Fact]
    public async Task Sweeping_now_tries_again_what_failed()
    {
        await site.SaveAsync();
        await site.MapAsync();
        World.System.Refusals[Alans] = TargetAnswer.Refused("Not that one.");
        await site.HoldAsync(alan);
        World.System.Refusals.Clear();

        await Show().PressAsync("[data-testid=sweep]");
        await site.LandAsync();

        Assert.Contains(Alans, World.System.Held);
    }

    [Fact]
    public async Task Removing_says_what_stays_and_leaves_it_only_when_told()
    {
        await site.SaveAsync();
        await site.MapAsync();
        await site.HoldAsync(alan);
        var page = Show();
        await page.PressAsync("[data-testid=remove]");
        Assert.Contains("1 account may still have something there", page.Find("#target-act-text").TextContent, StringComparison.Ordinal);
        await page.PressAsync("[data-testid=target-act-do]");
        page.WaitForElement("#target-act [data-testid=refused]");
        Assert.NotNull(await World.Targets.FindAsync(site.Target.Id, Ct));

        await page.Find("[data-testid=leave]").ChangeAsync(new() { Value = true });
        await page.PressAsync("[data-testid=target-act-do]");

        page.WaitForAssertion(() => Assert.Equal("/targets?removed=Directory", Here));
        Assert.Null(await World.Targets.FindAsync(site.Target.Id, Ct));
        Assert.Contains(Alans, World.System.Held);
    }

    [Fact]
    public async Task Changing_it_never_shows_its_secret_again_and_keeps_one_that_is_not_typed()
    {
        await site.SaveAsync();
        var page = Show("?do=change");
        Assert.Equal("", page.Find("#target-key").GetAttribute("value") ?? "");
        Assert.Equal("https://there.example", page.Find("#target-address").GetAttribute("value"));
        Assert.DoesNotContain("sesame", page.Markup, StringComparison.Ordinal);

        await page.Find("#target-name").InputAsync("Intranet");
        await page.Find("#target-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Intranet", page.Find("h1").TextContent));
        Assert.Equal(site.Target.Settings["key"], (await World.Targets.FindAsync(site.Target.Id, Ct))!.Settings["key"]);
    }

    [Fact]
    public async Task Another_address_says_what_comes_of_it_and_asks_whether_it_is_the_same_system()
    {
        await site.SaveAsync();
        await site.MapAsync();
        await site.HoldAsync(alan);
        var page = Show("?do=change");
        Assert.Empty(page.FindAll("[data-testid=moved-notice]"));

        await page.Find("#target-address").InputAsync("https://here.example");
        Assert.Contains("Address says where it is", page.Find("[data-testid=moved-notice]").TextContent, StringComparison.Ordinal);
        await page.Find("#target-form").SubmitAsync();
        Assert.Contains("Type it again", page.Find("#target-key-error").TextContent, StringComparison.Ordinal);

        await page.Find("#target-key").InputAsync("open sesame");
        await page.Find("#target-form").SubmitAsync();
        Assert.Contains("Regent gave 1 access", page.Find("#target-moved-error").TextContent, StringComparison.Ordinal);
        await page.Find("#target-moved").ChangeAsync(new() { Value = true });
        await page.Find("#target-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Directory was changed. Look at the plan, then start it.", page.Find("[data-testid=done] strong").TextContent));
        Assert.Equal(TargetState.New, (await World.Targets.FindAsync(site.Target.Id, Ct))!.State);
    }

    [Fact]
    public async Task The_ledger_says_whose_account_it_is_and_what_fails_in_the_targets_words()
    {
        await site.SaveAsync();
        await site.MapAsync();
        World.System.Refusals[Alans] = TargetAnswer.Refused("Not that one.");
        await site.HoldAsync(alan);
        await site.HoldAsync(World.AddUser("Grace Hopper"));
        World.Clock.Advance(TimeSpan.FromMinutes(4));

        var all = Show("?tab=ledger");
        all.WaitForAssertion(() => Assert.Equal(2, all.FindAll("[data-testid=row]").Count));
        var page = Show("?tab=ledger&show=failing");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=row]")));
        Assert.Contains("Alan Turing", page.Find("[data-testid=row]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Giving fails for 4 min: Not that one.", page.Find("[data-testid=error]").TextContent.Trim());
        Assert.Contains("Grace Hopper", Show("?tab=ledger&q=grace").Find("[data-testid=row]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_says_when_it_is_tried_again()
    {
        await site.SaveAsync();
        await site.MapAsync();
        World.System.Refusals[Alans] = TargetAnswer.Refused("Not that one.");
        await site.HoldAsync(alan);

        var page = Show("?tab=ledger&show=failing");

        page.WaitForAssertion(() => Assert.StartsWith("Tried again", page.Find("[data-testid=retry]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_does_not_answer_says_why_and_what_becomes_of_what_is_due()
    {
        await site.SaveAsync();
        await site.MapAsync();
        World.System.Silence = "Nobody is at home.";
        await site.HoldAsync(alan);
        World.Clock.Advance(TimeSpan.FromMinutes(3));

        var page = Show();

        page.WaitForAssertion(() => Assert.Contains("Directory has not answered for 3 min", page.Find("[data-testid=silent]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Nobody is at home.", page.Find("[data-testid=silent]").TextContent, StringComparison.Ordinal);
        Assert.Contains("done as soon as it answers", page.Find("[data-testid=silent]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=health-words]"));
    }

    [Fact]
    public async Task What_was_found_outside_is_adopted_with_an_end()
    {
        await FindAsync(Alans);
        Assert.NotEmpty(Show("?tab=outside").FindAll("[data-testid=adopt]"));
        var page = Show($"?tab=outside&adopt={await DriftAsync()}");
        await page.Find("#adopt-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("holds User Administrator now", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        var given = Assert.Single(await World.Schedules.InForceAtAsync([TargetSite.Role], [Scope.Tenant], World.Now, Ct));
        Assert.Equal((alan.Id, true), (given.Principal, given.Period.End is not null));
        Assert.Empty(await World.Ledger.DriftAsync(site.Target.Id, Ct));
    }

    [Fact]
    public async Task The_role_that_gives_least_is_proposed_and_what_else_another_gives_is_said()
    {
        await FindAsync(Alans);
        var more = new Mapping(MappingId.At(World.Now), site.Target.Id, DirectoryRoles.BuiltIn.Single(role => role.DisplayName == "Exchange Administrator").Id, Scope.Tenant, ["mailboxes", TargetSite.Thing]);
        await site.WriteAsync(ct => World.Targets.SaveMappingAsync(more, ct));
        var page = Show($"?tab=outside&adopt={await DriftAsync()}");
        Assert.StartsWith("User Administrator", page.FindAll("#adopt-mapping option")[0].TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#adopt-mapping-hint"));

        await page.Find("#adopt-mapping").ChangeAsync(new() { Value = more.Id.ToString() });

        Assert.Equal("It also gives mailboxes there.", page.Find("#adopt-mapping-hint").TextContent);
    }

    [Theory]
    [InlineData("ignore", AuditActivities.DriftIgnored, "is ignored from now on")]
    [InlineData("remove-drift", AuditActivities.DriftRemoved, "is being removed")]
    public async Task Or_it_is_ignored_or_removed_after_one_question(string button, string activity, string said)
    {
        await FindAsync(new Holding("stranger", TargetSite.Thing));
        var page = Show("?tab=outside");

        await page.PressAsync($"[data-testid={button}]");
        await page.PressAsync("[data-testid=drift-confirm-do]");

        page.WaitForAssertion(() => Assert.Contains(said, page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        Assert.Contains(World.Audit.Entries, entry => entry.Activity == activity);
    }

    [Fact]
    public async Task Readers_see_all_of_it_and_change_nothing()
    {
        await FindAsync(Alans);
        var edsger = World.AddUser("Edsger Dijkstra");
        World.Assign(edsger, DirectoryRoles.GlobalReader);
        SignIn(edsger);

        foreach (var tab in new[] { "overview", "mappings", "plan", "ledger", "outside" })
        {
            Assert.Empty(Show($"?tab={tab}&do=change&map=new").FindAll(
                "[data-testid=change], [data-testid=pause], [data-testid=remove], [data-testid=sweep], dialog, .action button, .action a"));
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("0198f1a2-7c00-7000-8000-00000000000a")]
    public void An_unknown_target_leads_back(string id)
    {
        Address.NavigateTo($"/targets/{id}");

        var page = Render<Surroundings>(p => p.AddChildContent<TargetPage>(target => target.Add(one => one.Id, id)));

        Assert.Contains("no such target", page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
    }

    private async Task FindAsync(Holding holding)
    {
        World.System.Put(holding);
        await site.SaveAsync();
        await site.MapAsync();
        await site.LandAsync();
    }

    private async Task<Guid> DriftAsync() => Assert.Single(await World.Ledger.DriftAsync(site.Target.Id, Ct)).Id;

    private IRenderedComponent<Surroundings> Show(string query = "")
    {
        Address.NavigateTo($"/targets/{site.Target.Id}{query}");

        return Render<Surroundings>(p => p.AddChildContent<TargetPage>(target => target.Add(page => page.Id, site.Target.Id.ToString())));
    }
}
