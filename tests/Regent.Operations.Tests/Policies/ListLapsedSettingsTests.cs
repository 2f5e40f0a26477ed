using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Policies;

namespace Regent.Operations.Tests.Policies;

public sealed class ListLapsedSettingsTests : IDisposable
{
    private readonly Office office = new();
    private readonly SettingsPlaces places;

    public ListLapsedSettingsTests()
    {
        places = new SettingsPlaces(office);
        var demands = new ActivationSettings { RequiresApproval = true, Approvers = [office.Disable(office.World.AddUser("Gone")).Id] };
        office.World.Set(office.Role, demands);
        office.World.Set(GroupRoles.Member, places.Operators, demands);
        office.World.Set(ResourceRoles.Reader, places.Web, demands);
        office.World.Set(ResourceRoles.Contributor, places.Web, demands with { RequiresApproval = false });
    }

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Everybody_is_told_of_those_they_manage()
    {
        var owner = places.AddOwner("Owner");
        var shopkeeper = office.World.AddUser("Shopkeeper");
        places.Give(shopkeeper, ResourceRoles.Owner, places.Shop);

        Assert.Equal(["Exchange Administrator", "Member · Operators", "Reader · rg-web"], await ListAsync(office.Ada));
        Assert.Equal(["Exchange Administrator", "Member · Operators"], await ListAsync(office.Grace));
        Assert.Equal(["Member · Operators"], await ListAsync(owner));
        Assert.Equal(["Reader · rg-web"], await ListAsync(shopkeeper));
    }

    [Fact]
    public async Task Who_manages_nothing_is_told_nothing()
    {
        var reader = office.World.AddUser("Edsger");
        office.World.Assign(reader, DirectoryRoles.GlobalReader);

        Assert.Empty(await ListAsync(reader));
        Assert.Empty(await ListAsync(office.Alan));
    }

    [Fact]
    public async Task Once_somebody_is_named_again_there_is_nothing_to_tell()
    {
        office.DemandApproval(office.Barbara);

        Assert.DoesNotContain("Exchange Administrator", await ListAsync(office.Ada));
    }

    private async Task<IReadOnlyList<string>> ListAsync(Principal who) =>
    [
        .. (await office.The<ListLapsedSettings>().ExecuteAsync(office.As(who), Office.Ct))
            .Select(one => one.PlaceName is null ? one.Role.DisplayName : $"{one.Role.DisplayName} · {one.PlaceName}"),
    ];
}
