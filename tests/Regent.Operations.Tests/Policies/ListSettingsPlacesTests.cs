using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Operations.Ports;

namespace Regent.Operations.Tests.Policies;

public sealed class ListSettingsPlacesTests : IDisposable
{
    private readonly Office office = new();
    private readonly SettingsPlaces places;

    public ListSettingsPlacesTests() => places = new SettingsPlaces(office);

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Readers_choose_among_all()
    {
        Assert.Equal(["Operators", "Others"], await ListAsync(office.Grace, RoleSystem.Groups));
        Assert.Equal(["rg-web", "Web shop"], await ListAsync(office.Grace, RoleSystem.Resources));
        Assert.Empty(await ListAsync(office.Grace, RoleSystem.Directory));
    }

    [Fact]
    public async Task Others_choose_among_what_they_see()
    {
        var (owner, keeper, users) = (places.AddOwner("Owner"), office.World.AddUser("Keeper"), office.World.AddUser("Users"));
        places.Give(keeper, ResourceRoles.Reader, places.Web);
        places.Give(keeper, GroupRoles.Member, places.Others);
        office.World.Assign(users, DirectoryRoles.UserAdministrator);

        Assert.Equal(["Operators"], await ListAsync(owner, RoleSystem.Groups));
        Assert.Equal(["Others"], await ListAsync(users, RoleSystem.Groups));
        Assert.Equal(["rg-web"], await ListAsync(keeper, RoleSystem.Resources));
        Assert.Empty(await ListAsync(keeper, RoleSystem.Groups));
        Assert.Empty(await ListAsync(owner, RoleSystem.Resources));
        Assert.Empty(await ListAsync(office.Alan, RoleSystem.Groups));
    }

    [Fact]
    public async Task They_are_searched_by_name()
    {
        var owner = places.AddOwner("Owner");

        Assert.Equal(["Others"], await ListAsync(office.Ada, RoleSystem.Groups, "THER"));
        Assert.Equal(["Operators"], await ListAsync(owner, RoleSystem.Groups, "oper"));
        Assert.Empty(await ListAsync(owner, RoleSystem.Groups, "ther"));
        Assert.Equal(["rg-web"], await ListAsync(office.Ada, RoleSystem.Resources, "resourcegroups"));
    }

    private async Task<IReadOnlyList<string>> ListAsync(Principal who, RoleSystem system, string? search = null) =>
    [
        .. (await office.The<ListSettingsPlaces>().ExecuteAsync(office.As(who), system, search, new PageAsk(), Office.Ct)).Items
            .Select(one => one.Name),
    ];
}
