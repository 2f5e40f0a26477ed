using Bunit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Scopes;

namespace Regent.Portal.Tests.Pages.Scopes;

public sealed class UnitsPageTests : PortalContext
{
    private readonly Estate estate;
    private readonly Principal grace;
    private readonly Principal edsger;

    public UnitsPageTests()
    {
        estate = new Estate(World);
        (grace, edsger) = (World.AddUser("Grace Hopper"), World.AddUser("Edsger Dijkstra"));
        World.Add(Testing.Make.Role("Privileged Role Administrator") with { Id = DirectoryRoles.PrivilegedRoleAdministrator });
        World.Add(Testing.Make.Role("Global Reader") with { Id = DirectoryRoles.GlobalReader });
        World.Assign(grace, DirectoryRoles.PrivilegedRoleAdministrator);
        World.Assign(edsger, DirectoryRoles.GlobalReader);
        SignIn(grace);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_is_added_renamed_and_removed()
    {
        var page = Show("?do=add");
        await page.Find("#scope-form").SubmitAsync();
        Assert.Contains("Give it a name", page.Find("#scope-name-error").TextContent, StringComparison.Ordinal);
        await page.Find("#scope-name").InputAsync("Amsterdam");
        await page.Find("#scope-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(["Amsterdam", "Berlin"], Names(page)));

        page = Show($"?do={Uri.EscapeDataString(estate.Unit.Value)}");
        await page.WaitForElement("#scope-name").InputAsync("Berlin office");
        await page.Find("#scope-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(["Amsterdam", "Berlin office"], Names(page)));
        Assert.Equal("/administrative-units", Here);

        await page.PressAsync("[data-testid=remove-scope-open]", index: 1);
        await page.PressAsync("[data-testid=remove-scope-do]");
        page.WaitForAssertion(() => Assert.Equal(["Amsterdam"], Names(page)));
        Assert.Null(await World.Scopes.FindAsync(estate.Unit, Ct));
    }

    [Fact]
    public void Readers_see_the_units_and_lead_to_what_is_held_there()
    {
        SignIn(edsger);
        var page = Show();

        Assert.Equal(["Berlin"], Names(page));
        Assert.Equal($"/assignments?scope={Uri.EscapeDataString(estate.Unit.Value)}", page.Find("[data-testid=to-assignments]").GetAttribute("href"));
        Assert.Empty(page.FindAll("[data-testid=add-scope], [data-testid=change-scope], [data-testid=remove-scope-open]"));
    }

    private static IEnumerable<string> Names(IRenderedComponent<Surroundings> page) =>
        page.FindAll("[data-testid=row] .place-name").Select(name => name.TextContent);

    private IRenderedComponent<Surroundings> Show(string query = "")
    {
        Address.NavigateTo($"/administrative-units{query}");

        return Render<Surroundings>(p => p.AddChildContent<UnitsPage>());
    }
}
