using Bunit;
using Microsoft.AspNetCore.Components;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Portal.Layout;
using Regent.Portal.Pages.Groups;

namespace Regent.Portal.Tests.Pages.Groups;

public sealed class GroupPagesTests : PortalContext
{
    private readonly Estate estate;
    private readonly Principal ada;
    private readonly Principal alan;
    private readonly Principal barbara;

    public GroupPagesTests()
    {
        estate = new Estate(World);
        (ada, alan, barbara) = (World.AddUser("Ada Lovelace"), World.AddUser("Alan Turing"), World.AddUser("Barbara Liskov"));
        World.Add(Testing.Make.Role("Global Administrator") with { Id = DirectoryRoles.GlobalAdministrator });
        World.Assign(ada, DirectoryRoles.GlobalAdministrator);
        SignIn(ada);
    }

    [Fact]
    public void Groups_managed_here_come_first_and_are_marked()
    {
        World.AddGroup("Drivers", alan);
        estate.MakeEligible(alan, GroupRoles.Member, estate.OfEngineers);
        estate.Assign(barbara, GroupRoles.Owner, estate.OfEngineers);

        var rows = Show<GroupsPage>("/groups").FindAll("[data-testid=row]");

        Assert.Equal(
            ["Engineers: Under PIM, 1 0 1", "Drivers: , 0 1 0"],
            rows.Select(row => $"{row.QuerySelector(".person-name")!.TextContent}: {row.QuerySelector("[data-testid=status]")?.TextContent.Trim()}, "
                + string.Join(' ', row.QuerySelectorAll(".rg-number").Select(number => number.TextContent))));
        Assert.Equal($"/groups/{estate.Engineers.Id}", rows[0].QuerySelector("[data-testid=group]")!.GetAttribute("href"));
    }

    [Fact]
    public void A_group_shows_who_is_member_and_owner_now_and_by_what()
    {
        var drivers = World.AddGroup("Drivers", alan);
        var eligible = estate.MakeEligible(barbara, GroupRoles.Member, Scope.OfGroup(drivers.Id));
        World.Add(Testing.Make.Activation(eligible, barbara.Id, World.Now.AddHours(-1), World.Now.AddHours(1)) with { Scope = eligible.Scope });
        estate.Assign(ada, GroupRoles.Owner, Scope.OfGroup(drivers.Id));

        var page = Open(drivers);

        Assert.Equal("Drivers", page.Find("h1").TextContent);
        Assert.Equal(["Alan Turing", "Barbara Liskov"], Names(page, "members"));
        Assert.Contains("The directory", page.Find("[data-testid=members] [data-testid=row]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Activated", page.FindAll("[data-testid=members] [data-testid=row]")[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ada Lovelace"], Names(page, "owners"));
        var scope = Uri.EscapeDataString($"/groups/{drivers.Id}");
        Assert.Equal($"/assignments?system=groups&scope={scope}", page.Find("[data-testid=to-assignments]").GetAttribute("href"));
        Assert.Equal($"/role-settings?system=groups&scope={scope}", page.Find("[data-testid=to-settings]").GetAttribute("href"));
    }

    [Fact]
    public void Owners_see_their_group_and_no_other()
    {
        var drivers = World.AddGroup("Drivers");
        estate.Assign(barbara, GroupRoles.Owner, estate.OfEngineers);
        SignIn(barbara);

        Assert.Equal(["Engineers"], Show<GroupsPage>("/groups").FindAll(".person-name").Select(name => name.TextContent));
        Assert.Equal(["Barbara Liskov"], Names(Open(estate.Engineers), "owners"));
        Assert.Contains("No such group", Open(drivers).Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_sees_no_group_is_told_so()
    {
        SignIn(alan);

        Assert.Contains("not open to you", Show<GroupsPage>("/groups").Find("[data-testid=empty]").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(Open(estate.Engineers).FindAll("[data-testid=refused]"));
    }

    private static IEnumerable<string> Names(IRenderedComponent<Surroundings> page, string list) =>
        page.FindAll($"[data-testid={list}] .person-name").Select(name => name.TextContent);

    private IRenderedComponent<Surroundings> Open(Principal group)
    {
        Address.NavigateTo($"/groups/{group.Id}");

        return Render<Surroundings>(p => p.AddChildContent<GroupPage>(page => page.Add(one => one.Id, group.Id.Value)));
    }

    private IRenderedComponent<Surroundings> Show<TPage>(string path)
        where TPage : IComponent
    {
        Address.NavigateTo(path);

        return Render<Surroundings>(p => p.AddChildContent<TPage>());
    }
}
