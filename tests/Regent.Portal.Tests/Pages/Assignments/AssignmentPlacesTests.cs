using Bunit;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Assignments;

namespace Regent.Portal.Tests.Pages.Assignments;

/// <summary>Assignments in all role systems, and for those who manage only one place.</summary>
public sealed class AssignmentPlacesTests : PortalContext
{
    private readonly Estate estate;
    private readonly Principal ada;
    private readonly Principal alan;
    private readonly Principal barbara;

    public AssignmentPlacesTests()
    {
        estate = new Estate(World);
        (ada, alan, barbara) = (World.AddUser("Ada Lovelace"), World.AddUser("Alan Turing"), World.AddUser("Barbara Liskov"));
        World.Add(Testing.Make.Role("Global Administrator") with { Id = DirectoryRoles.GlobalAdministrator });
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        SignIn(ada);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void Each_role_system_has_its_tab_and_its_list()
    {
        estate.MakeEligible(alan, ResourceRoles.Contributor, estate.Shop);
        estate.MakeEligible(barbara, GroupRoles.Member, estate.OfEngineers);

        Assert.Empty(Members(Show()));
        Assert.Equal(["Alan Turing"], Members(Show("?system=resources")));
        Assert.Equal(["Barbara Liskov"], Members(Show("?system=groups")));
        Assert.Equal("/assignments?system=groups&tab=active", Show("?system=groups").Find("[data-testid=tab-active]").GetAttribute("href"));
    }

    [Fact]
    public void Who_owns_a_group_finds_its_assignments_and_no_other_tab()
    {
        estate.Assign(barbara, GroupRoles.Owner, estate.OfEngineers);
        estate.MakeEligible(alan, GroupRoles.Member, estate.OfEngineers);
        estate.MakeEligible(alan, ResourceRoles.Contributor, estate.Shop);
        SignIn(barbara);

        var page = Show();

        Assert.Equal(["Alan Turing"], Members(page));
        Assert.Equal(["tab-groups"], page.FindAll("[aria-label='Role systems'] [role=tab]").Select(tab => tab.GetAttribute("data-testid")));
        Assert.NotEmpty(page.FindAll("[data-testid=add]"));
        Assert.Equal("Engineers", Show("?system=resources").Find("[data-testid=row] a.rg-link").TextContent);
    }

    [Fact]
    public void Who_reads_a_scope_sees_what_is_held_there_without_a_button()
    {
        estate.Assign(barbara, ResourceRoles.Reader, estate.Shop);
        estate.MakeEligible(alan, ResourceRoles.Contributor, estate.Web);
        SignIn(barbara);

        var page = Show();

        Assert.Equal(["Alan Turing"], Members(page));
        Assert.Empty(page.FindAll("[data-testid=add], [data-testid=change], [data-testid=remove]"));
    }

    [Fact]
    public void Who_sees_nothing_of_others_is_told_which_role_opens_the_page()
    {
        SignIn(alan);

        Assert.Contains("not open to you", Show().Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scope_of_the_address_narrows_the_list_and_stands_in_its_filter()
    {
        estate.MakeEligible(alan, ResourceRoles.Contributor, estate.Shop);
        estate.MakeEligible(barbara, ResourceRoles.Reader, estate.Web);

        var page = Show($"?system=resources&scope={Uri.EscapeDataString(estate.Web.Value)}");
        Assert.Equal(["Barbara Liskov"], Members(page));
        page.WaitForAssertion(() => Assert.Contains("Web", Assert.Single(page.Picked("scope-filter")), StringComparison.Ordinal));
        await page.PressAsync("[data-testid=scope-filter-picker] [data-testid=unpick]");
        page.WaitForAssertion(() => Assert.Equal(["Alan Turing", "Barbara Liskov"], Members(page)));
        Assert.Equal("/assignments?system=resources", Here);

        Assert.Contains("no scope", Show("?system=resources&scope=nonsense").Find("[data-testid=refused]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_role_is_given_at_the_scope_of_the_address()
    {
        var page = Show($"?system=resources&scope={Uri.EscapeDataString(estate.Web.Value)}&add=eligible");

        page.WaitForAssertion(() => Assert.Single(page.Picked("assign-place")));
        await page.PickAsync("assign-role", "contributor");
        await page.PickAsync("assign-member", "alan");
        Assert.True(page.Find("[data-testid=permanent]").HasAttribute("disabled"));
        await page.Find("#assign-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Alan Turing is now eligible for", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        var given = Assert.Single(await OpenAsync(alan, ScheduleKind.Eligibility));
        Assert.Equal(estate.Web, given.Scope);
        Assert.NotNull(given.Period.End);
    }

    [Fact]
    public async Task A_member_is_made_eligible_for_a_group()
    {
        var page = Show("?system=groups&add=eligible");

        await page.PickAsync("assign-place", "engin");
        await page.PickAsync("assign-member", "alan");
        await page.Find("#assign-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-testid=done]")));
        var given = Assert.Single(await OpenAsync(alan, ScheduleKind.Eligibility));
        Assert.Equal((GroupRoles.Member, estate.OfEngineers), (given.Role, given.Scope));
    }

    [Fact]
    public async Task A_place_that_is_missing_or_does_not_fit_is_said_beside_its_field()
    {
        World.Add(Testing.Make.Role("Exchange Administrator"));
        var page = Show("?add=eligible");
        await page.PressAsync("[data-testid=assign-place-picker] [data-testid=unpick]");
        await page.Find("#assign-form").SubmitAsync();
        Assert.NotEmpty(page.Find("#assign-place-error").TextContent.Trim());

        await page.PickAsync("assign-place", "berlin");
        await page.PickAsync("assign-role", "exch");
        await page.PickAsync("assign-member", "alan");
        await page.Find("#assign-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("administrative unit", page.Find("#assign-place-error").TextContent, StringComparison.Ordinal));
        Assert.Empty(await OpenAsync(alan, ScheduleKind.Eligibility));
    }

    private static IEnumerable<string> Members(IRenderedComponent<Surroundings> page) =>
        page.FindAll("[data-testid=row] .person-name").Select(name => name.TextContent);

    private Task<IReadOnlyList<Schedule>> OpenAsync(Principal who, ScheduleKind kind) =>
        World.Schedules.OpenOfAsync([who.Id], kind, role: null, World.Now, Ct);

    private IRenderedComponent<Surroundings> Show(string query = "")
    {
        Address.NavigateTo($"/assignments{query}");

        return Render<Surroundings>(p => p.AddChildContent<AssignmentsPage>());
    }
}
