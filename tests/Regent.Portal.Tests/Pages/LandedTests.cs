using Bunit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Portal.Layout;
using Regent.Portal.Pages;
using Regent.Portal.Pages.Assignments;

namespace Regent.Portal.Tests.Pages;

/// <summary>Where people see what their roles give, and whether it has arrived.</summary>
public sealed class LandedTests : PortalContext
{
    private readonly TargetSite site;
    private readonly Principal ada;
    private readonly Principal alan;

    public LandedTests()
    {
        foreach (var role in DirectoryRoles.BuiltIn)
        {
            World.Add(role);
        }

        (ada, alan) = (World.AddUser("Ada Lovelace"), World.AddUser("Alan Turing"));
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        site = new TargetSite(World);
        SignIn(alan);
    }

    private Holding Alans { get; } = new("alan.turing", TargetSite.Thing);

    [Fact]
    public async Task What_arrived_was_seen_to_the_second()
    {
        await OpenAsync();
        await site.HoldAsync(alan);

        var page = Mine();
        page.WaitForAssertion(() => Assert.Equal($"Seen in Directory at {World.Now:HH:mm:ss} UTC", Text(page)));
    }

    [Fact]
    public async Task What_is_on_its_way_is_not_in_effect_and_arrives_without_reload()
    {
        await OpenAsync();
        World.System.Forgets = true;
        World.Assign(alan, TargetSite.Role);
        var page = Mine();
        Assert.Empty(page.FindAll("[data-testid=landed]"));

        await site.LandAsync();
        page.WaitForAssertion(() => Assert.StartsWith("Failing in Directory for", Text(page), StringComparison.Ordinal));
        World.System.Forgets = false;
        World.Clock.Advance(TimeSpan.FromMinutes(10));
        await site.LandAsync();

        page.WaitForAssertion(() => Assert.Equal($"Seen in Directory at {World.Now:HH:mm:ss} UTC", Text(page)));
    }

    [Fact]
    public async Task What_fails_says_for_how_long_and_why_in_the_targets_own_words()
    {
        await OpenAsync();
        World.System.Refusals[Alans] = TargetAnswer.Refused("Not that one.");
        await site.HoldAsync(alan);
        World.Clock.Advance(TimeSpan.FromMinutes(3));

        var page = Mine();
        page.WaitForAssertion(() => Assert.Equal("Failing in Directory for 3 min: Not that one.", Text(page)));
    }

    [Fact]
    public void An_organisation_without_targets_sees_nothing_of_it()
    {
        World.Assign(alan, TargetSite.Role);
        var page = Mine();

        page.WaitForElement("[data-testid=row]");
        Assert.Empty(page.FindAll("[data-testid=landed]"));
    }

    [Fact]
    public async Task Readers_see_where_the_assignments_of_others_stand()
    {
        await OpenAsync();
        await site.HoldAsync(alan);
        SignIn(ada);
        Address.NavigateTo("/assignments?tab=active&q=alan");

        var page = Render<Surroundings>(p => p.AddChildContent<AssignmentsPage>());

        page.WaitForAssertion(() => Assert.StartsWith("Seen in Directory at", Text(page), StringComparison.Ordinal));
    }

    private static string Text(IRenderedComponent<Surroundings> page) =>
        string.Join(' ', page.Find("[data-testid=landed]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task OpenAsync()
    {
        await site.SaveAsync();
        await site.MapAsync();
    }

    private IRenderedComponent<Surroundings> Mine()
    {
        Address.NavigateTo("/my-roles?tab=active");

        return Render<Surroundings>(p => p.AddChildContent<MyRoles>());
    }
}
