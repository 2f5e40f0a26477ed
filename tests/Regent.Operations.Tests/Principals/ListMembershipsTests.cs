using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Testing;

namespace Regent.Operations.Tests.Principals;

public sealed class ListMembershipsTests : IDisposable
{
    private readonly Office office = new();

    public ListMembershipsTests()
    {
        var crew = office.World.AddGroup("Crew", office.Alan);
        office.World.AddGroup("All", crew);
        office.World.Assign(office.Alan, Office.RoleNamed("Teams Administrator"));
        office.World.Assign(crew, DirectoryRoles.GlobalReader);
        office.World.Add(Make.Assignment(office.Alan.Id, DirectoryRoles.UserAdministrator, office.Now) with { Scope = Make.Unit(Make.NewId()) });
    }

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Groups_come_before_the_roles_that_are_held_for_the_tenant()
    {
        Assert.Equal(["Crew", "Teams Administrator"], await NamesAsync(isTransitive: false, size: 10));
        Assert.Equal(["All", "Crew", "Global Reader", "Teams Administrator"], await NamesAsync(isTransitive: true, size: 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Stretch_after_stretch_leads_through_both_parts(int size) =>
        Assert.Equal(["All", "Crew", "Global Reader", "Teams Administrator"], await NamesAsync(isTransitive: true, size));

    [Fact]
    public async Task A_role_one_is_only_eligible_for_is_none_one_belongs_to()
    {
        Assert.DoesNotContain("Exchange Administrator", await NamesAsync(isTransitive: true, size: 10));
        await office.AskedAsync(office.Alan);
        Assert.Contains("Exchange Administrator", await NamesAsync(isTransitive: true, size: 10));
    }

    [Fact]
    public async Task Anything_of_the_directory_is_found_by_its_id_in_the_order_asked()
    {
        var unit = new ScopeNode(Scope.OfUnit(Make.NewId()), "Berlin", Parent: null);
        office.World.Add(unit);
        var id = new Guid(unit.Scope.Value.Split('/')[^1]);

        var found = await office.The<FindDirectoryItems>().ExecuteAsync(
            [id, DirectoryRoles.GlobalReader.Value, Make.NewId(), office.Alan.Id.Value, id], Office.Ct);

        Assert.Equal(["Berlin", "Global Reader", "Alan Turing"], found.Select(NameOf));
    }

    private async Task<IReadOnlyList<string>> NamesAsync(bool isTransitive, int size)
    {
        var names = new List<string>();
        for (var page = await ListAsync(isTransitive, new PageAsk(size)); ; page = await ListAsync(isTransitive, new PageAsk(size, page.Next)))
        {
            Assert.InRange(page.Items.Count, 0, size);
            names.AddRange(page.Items.Select(NameOf));
            if (page.Next is null)
            {
                Assert.Equal(names.Count, (await ListAsync(isTransitive, new PageAsk(size) { WantsTotal = true })).Total);
                return names;
            }
        }
    }

    private Task<Page<DirectoryItem>> ListAsync(bool isTransitive, PageAsk page) =>
        office.The<ListMemberships>().ExecuteAsync(office.Alan.Id, isTransitive, page, Office.Ct);

    private static string NameOf(DirectoryItem item) => item switch
    {
        DirectoryItem.OfPrincipal(var principal) => principal.DisplayName,
        DirectoryItem.OfRole(var role) => role.DisplayName,
        DirectoryItem.OfUnit(var unit) => unit.DisplayName,
        _ => "?",
    };
}
