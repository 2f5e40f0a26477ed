using Bunit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Assignments;

namespace Regent.Portal.Tests.Pages.Assignments;

public sealed class AssignmentsPageTests : PortalContext
{
    private readonly Principal grace;
    private readonly Principal alan;
    private readonly RoleDefinition exchange;

    public AssignmentsPageTests()
    {
        grace = World.AddUser("Grace Hopper");
        alan = World.AddUser("Alan Turing");
        exchange = World.AddRole("Exchange Administrator");
        World.Add(Testing.Make.Role("Privileged Role Administrator") with { Id = DirectoryRoles.PrivilegedRoleAdministrator });
        World.Assign(grace, DirectoryRoles.PrivilegedRoleAdministrator);
        SignIn(grace);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void Each_tab_lists_its_kind_of_everybody()
    {
        var eligibility = World.MakeEligible(alan, exchange.Id);
        World.Add(Testing.Make.Activation(eligibility, alan.Id, World.Now.AddHours(-2), World.Now.AddHours(-1)));

        Assert.Equal(["Alan Turing"], Names(Show()));
        Assert.Equal(["Grace Hopper"], Names(Show("?tab=active")));
        var expired = Show("?tab=expired");
        Assert.Equal(["Alan Turing"], Names(expired));
        Assert.Equal("Expired", expired.Find("[data-testid=status]").TextContent.Trim());
    }

    [Fact]
    public void Search_role_and_type_of_the_address_narrow_the_list()
    {
        World.MakeEligible(alan, exchange.Id);
        World.MakeEligible(grace, World.AddRole("User Administrator").Id);

        Assert.Equal(["Alan Turing"], Names(Show("?q=turing")));
        Assert.Equal(["Alan Turing"], Names(Show($"?role={exchange.Id}")));
        Assert.Equal(["Grace Hopper", "Alan Turing"], Names(Show("?sort=-member")));
        Assert.Empty(Names(Show("?tab=active&type=activated")));
    }

    [Fact]
    public async Task Who_leaves_a_field_of_names_and_comes_back_at_once_is_still_shown_what_matches()
    {
        var page = Show("?add=eligible");

        var closing = page.Find("#assign-member").BlurAsync(new());
        await page.Find("#assign-member").InputAsync("gra");
        await closing;

        page.WaitForAssertion(() => Assert.Contains("Grace Hopper", Assert.Single(page.FindAll("[data-testid=option]")).TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_missing_is_said_beside_its_field_and_nothing_is_sent()
    {
        var page = Show("?add=eligible");

        page.Find("#assign-form").Submit();

        Assert.Contains("Choose a person or a group.", page.Find("#assign-member-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("Choose a role.", page.Find("#assign-role-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_made_eligible_and_the_list_says_so()
    {
        var page = Show("?add=eligible");

        await page.PickAsync("assign-member", "alan");
        await page.PickAsync("assign-role", "exch");
        await page.Find("#assign-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Alan Turing is now eligible for Exchange Administrator.", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal(["Alan Turing"], Names(page)));
        Assert.Equal("/assignments", Here);
    }

    [Fact]
    public async Task What_the_judgement_refuses_is_said_beside_its_field()
    {
        World.Assign(alan, exchange.Id);
        var page = Show("?tab=active&add=active");

        await page.PickAsync("assign-member", "alan");
        await page.PickAsync("assign-role", "exch");
        await page.Find("#assign-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("#assign-reason-error").TextContent.Trim()));
        Assert.NotEmpty(page.Find("#assign-member-error").TextContent.Trim());
        Assert.Single(page.FindAll("[data-testid=picked]"), picked => picked.TextContent.Contains("Alan Turing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Removing_asks_once_naming_what_and_whom()
    {
        var eligibility = World.MakeEligible(alan, exchange.Id);
        var page = Show();

        page.Find("[data-testid=remove]").Click();
        Assert.Contains("Remove Alan Turing's eligibility for Exchange Administrator?", page.Find("#remove").TextContent, StringComparison.Ordinal);
        await page.Find("[data-testid=remove-do]").ClickAsync();

        page.WaitForAssertion(() => Assert.Empty(Names(page)));
        Assert.NotNull((await World.Schedules.FindAsync(eligibility.Id, Ct))!.EndedAt);
    }

    [Fact]
    public async Task The_last_administrator_stays_and_the_question_says_why()
    {
        var page = Show("?tab=active");

        page.Find("[data-testid=remove]").Click();
        await page.Find("[data-testid=remove-do]").ClickAsync();

        page.WaitForElement("#remove [data-testid=refused]");
        Assert.Equal(["Grace Hopper"], Names(page));
    }

    [Fact]
    public void What_was_just_given_says_when_it_can_be_removed()
    {
        World.Add(Testing.Make.Eligibility(alan.Id, exchange.Id, World.Now.AddMinutes(-2)));

        var page = Show();

        Assert.Empty(page.FindAll("[data-testid=remove]"));
        Assert.Contains("can be removed", page.Find("[data-testid=remove-later]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Readers_see_everybody_and_no_button()
    {
        World.MakeEligible(alan, exchange.Id);
        var edsger = World.AddUser("Edsger Dijkstra");
        World.Assign(edsger, DirectoryRoles.GlobalReader);
        SignIn(edsger);

        var page = Show("?add=eligible");

        Assert.Equal(["Alan Turing"], Names(page));
        Assert.Empty(page.FindAll("[data-testid=add], [data-testid=remove], #assign-panel"));
    }

    private static List<string> Names(IRenderedComponent<Surroundings> page) =>
        [.. page.FindAll("[data-testid=row] .person-name").Select(name => name.TextContent)];

    private IRenderedComponent<Surroundings> Show(string query = "")
    {
        Address.NavigateTo($"/assignments{query}");

        return Render<Surroundings>(p => p.AddChildContent<AssignmentsPage>());
    }
}
