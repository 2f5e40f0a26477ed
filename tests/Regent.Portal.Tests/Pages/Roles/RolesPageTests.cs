using Bunit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Roles;

namespace Regent.Portal.Tests.Pages.Roles;

public sealed class RolesPageTests : PortalContext
{
    private readonly Principal ada;
    private readonly Principal alan;
    private readonly RoleDefinition reader;
    private readonly RoleDefinition custom;

    public RolesPageTests()
    {
        ada = World.AddUser("Ada Lovelace");
        alan = World.AddUser("Alan Turing");
        World.Add(Testing.Make.Role("Global Administrator") with { Id = DirectoryRoles.GlobalAdministrator, IsPrivileged = true });
        reader = World.AddRole("Security Reader");
        custom = World.Add(Testing.Make.Role("Renames people") with { IsBuiltIn = false, AllowedActions = ["microsoft.directory/users/basic/update"] });
        World.Add(Testing.Make.Role("Machine Reader") with { System = RoleSystem.Resources });
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        SignIn(ada);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public void Each_tab_lists_its_system_and_filters_narrow_it()
    {
        Assert.Equal(["Global Administrator", "Renames people", "Security Reader"], Names(Show()));
        Assert.Equal(["Machine Reader"], Names(Show("?tab=resources")));
        Assert.Equal(["Renames people"], Names(Show("?show=custom")));
        Assert.Equal(["Global Administrator"], Names(Show("?show=privileged")));
        Assert.Equal(["Security Reader"], Names(Show("?q=READ")));
        Assert.Contains("No role matches", Show("?q=nothing").Markup, StringComparison.Ordinal);
        Assert.Contains("No custom roles yet", Show("?tab=resources&show=custom").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_custom_role_is_added_with_its_actions_line_by_line()
    {
        var page = Show("?add=1");
        Fill(page, "#role-name", "Resets passwords");
        Fill(page, "#role-description", "For the desk.");
        Fill(page, "#role-actions", "microsoft.directory/users/password/update\n\n microsoft.directory/users/basic/read ");

        page.Find("#role-form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Resets passwords was added.", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        var made = (await World.Roles.ListAsync(RoleSystem.Directory, Ct)).Single(role => role.DisplayName == "Resets passwords");
        Assert.Equal(["microsoft.directory/users/password/update", "microsoft.directory/users/basic/read"], made.AllowedActions);
        Assert.DoesNotContain("add=", Here, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_refused_is_said_and_the_panel_stays()
    {
        var page = Show("?add=1");
        Fill(page, "#role-name", "security reader");
        Fill(page, "#role-actions", "microsoft.directory/users/basic/read");

        page.Find("#role-form").Submit();

        page.WaitForAssertion(() => Assert.Contains(
            "There is a role called security reader already.", page.Find("#role-name-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("true", page.Find("#role-name").GetAttribute("aria-invalid"));
        Assert.Empty(page.FindAll("[data-testid=refused]"));
        Assert.Equal("microsoft.directory/users/basic/read", page.Find("#role-actions").GetAttribute("value"));
    }

    [Fact]
    public void Actions_that_are_none_are_said_beside_them()
    {
        var page = Show("?add=1");
        Fill(page, "#role-actions", "everything there is");

        page.Find("#role-form").Submit();

        page.WaitForAssertion(() => Assert.Contains("“everything there is” is no action.", page.Find("#role-actions-error").TextContent, StringComparison.Ordinal));
        Assert.Contains("Give the role a name.", page.Find("#role-name-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_custom_role_is_changed()
    {
        var page = Show($"?role={custom.Id}");
        Assert.Equal("Renames people", page.Find("#role-name").GetAttribute("value"));
        Fill(page, "#role-name", "Renames everybody");

        page.Find("#role-form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Renames everybody was saved.", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Renames everybody", (await World.Roles.FindAsync(custom.Id, Ct))!.DisplayName);
    }

    [Fact]
    public async Task A_custom_role_is_removed_after_one_question()
    {
        var page = Show($"?role={custom.Id}");

        page.Find("[data-testid=role-remove]").Click();
        Assert.NotNull(await World.Roles.FindAsync(custom.Id, Ct));
        page.Find("[data-testid=remove-role-do]").Click();

        page.WaitForAssertion(() => Assert.Contains("Renames people was removed.", page.Find("[data-testid=done]").TextContent, StringComparison.Ordinal));
        Assert.Null(await World.Roles.FindAsync(custom.Id, Ct));
    }

    [Fact]
    public void A_role_in_use_stays_and_the_question_says_why()
    {
        World.MakeEligible(alan, custom.Id);
        var page = Show($"?role={custom.Id}");

        page.Find("[data-testid=role-remove]").Click();
        page.Find("[data-testid=remove-role-do]").Click();

        page.WaitForAssertion(() => Assert.Contains("Renames people is in use", page.Find("#remove-role").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_role_that_comes_with_the_product_is_only_shown()
    {
        var page = Show($"?role={reader.Id}");

        Assert.Empty(page.FindAll("#role-form"));
        Assert.Empty(page.FindAll("[data-testid=role-remove]"));
        Assert.Contains("It comes with the product", page.Find("#role-panel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_manages_nothing_sees_roles_and_changes_none()
    {
        SignIn(alan);

        Assert.Empty(Show().FindAll("[data-testid=add]"));
        Assert.Empty(Show("?add=1").FindAll("#role-panel"));
        var page = Show($"?role={custom.Id}");
        Assert.Empty(page.FindAll("#role-form"));
        Assert.Contains("microsoft.directory/users/basic/update", page.Find("#role-panel").TextContent, StringComparison.Ordinal);
    }

    private static void Fill(IRenderedComponent<Surroundings> page, string field, string text) => page.Find(field).Input(text);

    private static IEnumerable<string> Names(IRenderedComponent<Surroundings> page) =>
        page.FindAll("[data-testid=role-link] .role-name").Select(name => name.TextContent);

    private IRenderedComponent<Surroundings> Show(string query = "")
    {
        Address.NavigateTo($"/roles{query}");
        return Render<Surroundings>(parts => parts.AddChildContent<RolesPage>());
    }
}
