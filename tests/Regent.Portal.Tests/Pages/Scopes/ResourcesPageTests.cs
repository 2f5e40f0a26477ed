using Bunit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Scopes;

namespace Regent.Portal.Tests.Pages.Scopes;

public sealed class ResourcesPageTests : PortalContext
{
    private readonly Estate estate;
    private readonly Principal ada;
    private readonly Principal alan;

    public ResourcesPageTests()
    {
        estate = new Estate(World);
        (ada, alan) = (World.AddUser("Ada Lovelace"), World.AddUser("Alan Turing"));
        World.Add(Testing.Make.Role("Global Administrator") with { Id = DirectoryRoles.GlobalAdministrator });
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        SignIn(ada);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void The_tree_is_walked_down_from_its_top_and_says_where_one_is()
    {
        Assert.Equal(["Company"], Names(Show()));

        var page = Show(estate.Shop);
        Assert.Equal(["Web"], Names(page));
        Assert.Equal("Shop", page.Find("h1").TextContent);
        Assert.Equal(estate.Shop.Value, page.Find("[data-testid=scope-path]").TextContent);
        Assert.Equal(["Resources", "Company"], page.FindAll("[data-testid=way] a").Select(link => link.TextContent));
        var scope = Uri.EscapeDataString(estate.Shop.Value);
        Assert.Equal($"/assignments?system=resources&scope={scope}", page.Find("[data-testid=to-assignments]").GetAttribute("href"));
        Assert.Equal($"/role-settings?system=resources&scope={scope}", page.Find("[data-testid=to-settings]").GetAttribute("href"));
    }

    [Fact]
    public void A_search_goes_below_where_one_is_and_says_what_it_lies_in()
    {
        var page = Show(estate.Company, "&q=web");

        Assert.Equal(["Web"], Names(page));
        Assert.Equal("Shop", page.Find("[data-testid=row] .rg-link").TextContent);
        Assert.Empty(Names(Show(estate.Web, "&q=company")));
    }

    [Fact]
    public void Who_is_eligible_somewhere_sees_that_part_of_the_tree_and_no_button()
    {
        estate.MakeEligible(alan, ResourceRoles.Contributor, estate.Shop);
        SignIn(alan);

        Assert.Equal(["Shop"], Names(Show()));
        var page = Show(estate.Shop);
        Assert.Equal(["Web"], Names(page));
        Assert.Equal(["Resources"], page.FindAll("[data-testid=way] a").Select(link => link.TextContent));
        Assert.Empty(page.FindAll("[data-testid=to-assignments], [data-testid=add-scope], [data-testid=change-scope]"));
        Assert.NotEmpty(Show(estate.Company).FindAll("[data-testid=refused]"));
    }

    [Fact]
    public async Task Who_manages_the_place_above_adds_a_scope_there()
    {
        estate.Assign(alan, ResourceRoles.Owner, estate.Shop);
        SignIn(alan);
        Assert.Empty(Show().FindAll("[data-testid=add-scope]"));
        var page = Show(estate.Shop, "&do=add");

        await page.Find("#scope-form").SubmitAsync();
        Assert.Contains("resource group name", page.Find("#scope-key-error").TextContent, StringComparison.Ordinal);
        await page.Find("#scope-key").InputAsync("not/a name");
        Assert.Contains("no path of a resource group", page.Find("#scope-key-error").TextContent, StringComparison.Ordinal);
        await page.Find("#scope-key").InputAsync("data");
        await page.Find("#scope-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(["data", "Web"], Names(page)));
        Assert.Contains("data was added", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal);
        Assert.Equal(estate.Shop, (await World.Scopes.FindAsync(Estate.At($"{estate.Shop}/resourceGroups/data"), Ct))!.Parent);
    }

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", "/providers/Microsoft.Storage/storageAccounts/pictures")]
    public async Task A_resource_is_added_by_its_type_and_name(string type, string path)
    {
        var page = Show(estate.Web, "&do=add");

        await page.Find("#scope-type").InputAsync(type);
        await page.Find("#scope-key").InputAsync("pictures");
        await page.Find("#scope-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(["pictures"], Names(page)));
        Assert.NotNull(await World.Scopes.FindAsync(Estate.At($"{estate.Web}{path}"), Ct));
    }

    [Fact]
    public async Task What_is_there_already_is_refused()
    {
        var page = Show(estate.Shop, "&do=add");

        await page.Find("#scope-key").InputAsync("WEB");
        await page.Find("#scope-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("already", page.Find("#scope-panel [data-testid=refused]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Web", (await World.Scopes.FindAsync(estate.Web, Ct))!.DisplayName);
    }

    [Fact]
    public async Task A_scope_is_renamed_and_moved_to_the_top()
    {
        var page = Show(estate.Shop, "&do=change");

        Assert.Equal("Shop", page.Find("#scope-name").GetAttribute("value"));
        await page.Find("#scope-name").InputAsync("Web shop");
        await page.PressAsync("[data-testid=scope-parent-picker] [data-testid=unpick]");
        await page.Find("#scope-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Web shop", page.Find("h1").TextContent));
        Assert.Equal(["Resources"], page.FindAll("[data-testid=way] a").Select(link => link.TextContent));
        Assert.Equal((await World.Scopes.FindAsync(estate.Shop, Ct))!, new ScopeNode(estate.Shop, "Web shop", null));
    }

    [Fact]
    public async Task Removing_asks_once_and_leads_to_what_it_lay_in()
    {
        var page = Show(estate.Shop);
        await page.PressAsync("[data-testid=remove-scope-open]");
        await page.PressAsync("[data-testid=remove-scope-do]");
        page.WaitForAssertion(() => Assert.Contains("in use", page.Find("#remove-scope [data-testid=refused]").TextContent, StringComparison.Ordinal));

        page = Show(estate.Web);
        await page.PressAsync("[data-testid=remove-scope-open]");
        await page.PressAsync("[data-testid=remove-scope-do]");
        page.WaitForAssertion(() => Assert.Equal($"/resources?scope={Uri.EscapeDataString(estate.Shop.Value)}", Here));
        Assert.Null(await World.Scopes.FindAsync(estate.Web, Ct));
    }

    [Fact]
    public void An_address_that_is_no_scope_is_refused_in_words() =>
        Assert.Contains("no resource scope", Show("?scope=nonsense").Find("[data-testid=refused]").TextContent, StringComparison.Ordinal);

    private static IEnumerable<string> Names(IRenderedComponent<Surroundings> page) =>
        page.FindAll("[data-testid=scope] .place-name").Select(name => name.TextContent);

    private IRenderedComponent<Surroundings> Show(Scope scope, string rest = "") => Show($"?scope={Uri.EscapeDataString(scope.Value)}{rest}");

    private IRenderedComponent<Surroundings> Show(string query = "")
    {
        Address.NavigateTo($"/resources{query}");

        return Render<Surroundings>(p => p.AddChildContent<ResourcesPage>());
    }
}
