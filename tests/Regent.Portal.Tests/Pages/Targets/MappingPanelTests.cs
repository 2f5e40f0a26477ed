using Bunit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Targets;

namespace Regent.Portal.Tests.Pages.Targets;

public sealed class MappingPanelTests : PortalContext
{
    private readonly TargetSite site;
    private readonly Principal ada;

    public MappingPanelTests()
        : base(usual => [usual with
        {
            Kind = TargetKind.Postgres,
            Name = "Half a system",
            Landing = new Dictionary<LandingStep, string> { [LandingStep.EndSessions] = "Everybody goes out." },
        }])
    {
        foreach (var role in DirectoryRoles.BuiltIn)
        {
            World.Add(role);
        }

        ada = World.AddUser("Ada Lovelace");
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        site = new TargetSite(World);
        SignIn(ada);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_is_mapped_to_what_it_gives_and_how_it_ends()
    {
        await site.SaveAsync();
        var page = Show("&map=new");
        await page.Find("#mapping-form").SubmitAsync();
        Assert.Contains("Choose a role", page.Find("#mapping-role-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("at least one", page.Find("#mapping-entitlements-error").TextContent, StringComparison.Ordinal);

        await page.PickAsync("mapping-role", "Exchange Administrator");
        await page.Find("#mapping-entitlements").InputAsync("admins\n  helpers \n");
        await page.Find("#mapping-warn").InputAsync("soon");
        await page.Find("#mapping-form").SubmitAsync();
        Assert.Contains("whole number", page.Find("#mapping-warn-error").TextContent, StringComparison.Ordinal);
        await page.Find("#mapping-warn").InputAsync("15");
        await page.Find("[data-testid=end-sessions]").ChangeAsync(new() { Value = true });
        await page.Find("#mapping-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("gives admins and helpers", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        var saved = Assert.Single(await World.Targets.MappingsAsync(site.Target.Id, Ct));
        Assert.Equal((DirectoryRoles.BuiltIn.Single(role => role.DisplayName == "Exchange Administrator").Id, Scope.Tenant), (saved.Role, saved.Scope));
        Assert.Equal(["admins", "helpers"], saved.Entitlements);
        Assert.Equal(new Landing(TimeSpan.FromMinutes(15), CloseBefore: null, EndSessions: true), saved.Landing);
        page.WaitForAssertion(() => Assert.Contains("Warned 15 min before, sessions ended", page.Find("[data-testid=row]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_kind_of_system_cannot_do_is_said_in_place_of_its_field()
    {
        await site.SaveAsync(target => target with { Kind = TargetKind.Postgres });
        var page = Show("&map=new");

        Assert.Empty(page.FindAll("#mapping-warn, #mapping-close"));
        Assert.Contains("Half a system cannot show anybody a warning", page.Find("[data-testid=cannot-Warn]").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("[data-testid=cannot-Close]"));
        Assert.Contains("Everybody goes out.", page.Find("#mapping-form .rg-switch").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_begins_as_it_is_and_is_changed()
    {
        await site.SaveAsync();
        await site.MapAsync(new Landing(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5), EndSessions: true));
        var mapping = Assert.Single(await World.Targets.MappingsAsync(site.Target.Id, Ct));
        var page = Show($"&map={mapping.Id}");
        Assert.StartsWith("User Administrator", Assert.Single(page.Picked("mapping-role")), StringComparison.Ordinal);
        Assert.Equal(("10", "5"), (page.Find("#mapping-warn").GetAttribute("value"), page.Find("#mapping-close").GetAttribute("value")));

        await page.Find("#mapping-close").InputAsync("");
        await page.Find("#mapping-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-testid=done]")));
        Assert.Equal(mapping with { Landing = new Landing(TimeSpan.FromMinutes(10), null, true) }, Assert.Single(await World.Targets.MappingsAsync(site.Target.Id, Ct)));
    }

    [Fact]
    public async Task A_refusal_about_what_it_gives_stands_at_its_field()
    {
        await site.SaveAsync();
        var page = Show("&map=new");
        await page.PickAsync("mapping-role", "Exchange Administrator");
        await page.Find("#mapping-entitlements").InputAsync(new string('x', 2000));
        await page.Find("#mapping-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("at most 1024 letters", page.Find("#mapping-entitlements-error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Removing_a_mapping_asks_once_and_says_who_loses_what()
    {
        await site.SaveAsync();
        await site.MapAsync();
        var page = Show();

        await page.PressAsync("[data-testid=remove-mapping]");
        Assert.Contains("by this role alone loses it at once", page.Find("#remove-mapping-text").TextContent, StringComparison.Ordinal);
        Assert.Equal("admins", page.Find("#remove-mapping-text li").TextContent.Trim());
        await page.PressAsync("[data-testid=remove-mapping-do]");

        page.WaitForAssertion(() => Assert.Contains("No role gives anything here yet", page.Find("[data-testid=empty]").TextContent, StringComparison.Ordinal));
        Assert.Empty(await World.Targets.MappingsAsync(site.Target.Id, Ct));
    }

    private IRenderedComponent<Surroundings> Show(string rest = "")
    {
        Address.NavigateTo($"/targets/{site.Target.Id}?tab=mappings{rest}");

        return Render<Surroundings>(p => p.AddChildContent<TargetPage>(target => target.Add(page => page.Id, site.Target.Id.ToString())));
    }
}
