using Bunit;
using Regent.Core.Policies;
using Regent.Core.Roles;

namespace Regent.Portal.Tests.Pages.Settings;

/// <summary>The lists of settings: of directory roles, of a group's, of a scope's; and who is let to which.</summary>
public sealed class RoleSettingsListTests : SettingsContext
{
    [Fact]
    public void A_group_is_chosen_and_then_has_member_and_owner()
    {
        var page = ShowList("?system=groups");

        var place = Assert.Single(page.FindAll("[data-testid=place]"));
        Assert.Equal("Operators", Plain(place.TextContent));
        Assert.Equal($"/role-settings?system=groups&scope=/groups/{Operators.Id}", place.GetAttribute("href"));

        page = ShowList($"?system=groups&scope={OfOperators}");
        Assert.Equal("Operators", page.Find("[data-testid=place-name]").TextContent);
        Assert.Equal(
            [$"/role-settings/{GroupRoles.Member}?scope={OfOperators}", $"/role-settings/{GroupRoles.Owner}?scope={OfOperators}"],
            page.FindAll("[data-testid=role-link]").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void A_scope_of_the_tree_is_found_by_name_and_has_the_roles_that_can_be_held_there()
    {
        var web = World.Add(new ScopeNode(At($"{Shop}/resourceGroups/rg-web"), "rg-web", Shop));
        var custom = new RoleDefinitionId(Testing.Make.NewId());
        World.Add(Contributor with { Id = custom, DisplayName = "Elsewhere", IsBuiltIn = false, AssignableScopes = [web] });

        var places = ShowList("?system=resources&q=web+shop").FindAll("[data-testid=place]");
        var page = ShowList($"?system=resources&scope={Shop}");

        Assert.Equal($"/role-settings?system=resources&scope={Shop}", Assert.Single(places).GetAttribute("href"));
        Assert.Equal("Contributor", Plain(Assert.Single(page.FindAll("[data-testid=role-link] .role-name")).TextContent));
    }

    [Theory]
    [InlineData("groups", "/subscriptions/0198f1a2-7c00-7000-8000-00000000000a")]
    [InlineData("resources", "/somewhere")]
    public void An_address_that_names_no_place_of_its_tab_says_so_and_lets_choose(string system, string scope)
    {
        var page = ShowList($"?system={system}&scope={scope}");

        Assert.Contains($"“{scope}” is no ", page.Find("[data-testid=refused]").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("[data-testid=place]"));
    }

    [Fact]
    public void Who_owns_one_group_is_offered_that_group_and_sees_its_settings()
    {
        World.AddGroup("Others");
        SignIn(AddOwner("Barbara Liskov"));

        Assert.Equal("Operators", Plain(Assert.Single(ShowList("?system=groups").FindAll("[data-testid=place]")).TextContent));
        Assert.Equal(2, ShowList($"?system=groups&scope={OfOperators}").FindAll("[data-testid=role-link]").Count);
        Assert.Contains("is for holders of", ShowList().Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_see_no_settings_learns_what_opens_them()
    {
        SignIn(World.AddUser("Alan Turing"));

        string Told(string query) => ShowList(query).Find("[data-testid=empty]").TextContent;

        Assert.Contains("or Owner of a group", Told("?system=groups"), StringComparison.Ordinal);
        Assert.Contains("or Owner of this group", Told($"?system=groups&scope={OfOperators}"), StringComparison.Ordinal);
        Assert.Contains("or Reader or Owner of this scope", Told($"?system=resources&scope={Shop}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_whose_approvers_are_all_gone_stands_out_and_can_be_filtered_for()
    {
        World.AddRole("User Administrator");
        World.Set(Exchange.Id, new ActivationSettings { RequiresApproval = true, Approvers = [AddGone("Long Gone").Id] });

        var page = ShowList("?show=lapsed");

        Assert.Equal("Exchange Administrator", Plain(Assert.Single(page.FindAll("[data-testid=role-link]")).TextContent));
        Assert.Equal("All gone administrators decide", Plain(page.Find("[data-testid=lapsed]").TextContent));
    }
}
