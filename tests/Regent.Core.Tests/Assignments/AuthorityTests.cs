using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Core.Tests.Assignments;

public sealed class AuthorityTests
{
    private static readonly Scope Company = At("/providers/Microsoft.Management/managementGroups/company");
    private static readonly Scope Shop = At("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a");
    private static readonly Place Servers = new(At($"{Shop}/resourceGroups/servers"), [Shop, Company]);
    private static readonly Place Engineers = new(Scope.OfGroup(new PrincipalId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch))), []);

    public static TheoryData<RoleDefinitionId, bool, bool> Rights => new()
    {
        { DirectoryRoles.GlobalAdministrator, true, true },
        { DirectoryRoles.PrivilegedRoleAdministrator, true, true },
        { DirectoryRoles.GlobalReader, false, true },
        { DirectoryRoles.SecurityAdministrator, false, true },
        { DirectoryRoles.SecurityReader, false, true },
        { DirectoryRoles.SecurityOperator, false, true },
    };

    [Theory]
    [MemberData(nameof(Rights))]
    public void Each_directory_role_gives_its_rights(RoleDefinitionId role, bool mayManage, bool mayRead)
    {
        var authority = Holding(role, Scope.Tenant);

        Assert.Equal((mayManage, mayRead), (authority.MayManage, authority.MayRead));
    }

    [Fact]
    public void Every_other_role_gives_none()
    {
        var others = DirectoryRoles.BuiltIn.Select(role => role.Id).Except(DirectoryRoles.Readers).ToList();
        var authority = new Authority([.. others.Select(role => new HeldRole(role, Scope.Tenant))]);

        Assert.Equal(117, others.Count);
        Assert.False(authority.MayRead || authority.MayManage);
        Assert.False(Authority.None.MayRead || Authority.None.MayManage);
    }

    [Theory]
    [InlineData(Power.TakeDirectory, true, false)]
    [InlineData(Power.TakeGroups, false, true)]
    [InlineData(Power.ManageDirectory, true, false)]
    [InlineData(Power.Read, false, false)]
    public void A_power_to_take_gives_nothing_else(Power power, bool inDirectory, bool inGroups)
    {
        var authority = Authority.None with { Powers = new HashSet<Power> { power } };

        Assert.Equal((inDirectory, inGroups, false), (authority.MayTakeAt(Place.Tenant), authority.MayTakeAt(Engineers), authority.MayTakeAt(Servers)));
        Assert.Equal((power == Power.ManageDirectory, false), (authority.MayManage, authority.MayManageAt(Engineers)));
    }

    [Fact]
    public void An_administrator_role_limited_to_a_unit_gives_nothing_for_the_tenant() =>
        Assert.False(Holding(DirectoryRoles.GlobalAdministrator, Scope.OfUnit(Guid.CreateVersion7(DateTimeOffset.UnixEpoch))).MayManage);

    [Fact]
    public void Who_owns_a_scope_manages_it_and_what_lies_below_but_nothing_beside_or_above()
    {
        var owner = Holding(ResourceRoles.Owner, Shop);

        Assert.True(owner.MayManageAt(Servers));
        Assert.True(owner.MayManageAt(new Place(Shop, [Company])));
        Assert.False(owner.MayManageAt(new Place(Company, [])));
        Assert.False(owner.MayManageAt(new Place(At("/subscriptions/0198f1a2-7c00-7000-8000-00000000000b"), [Company])));
        Assert.False(owner.MayManage);
    }

    [Fact]
    public void Resources_are_managed_by_their_access_administrators_and_by_Global_Administrators_only()
    {
        Assert.True(Holding(ResourceRoles.UserAccessAdministrator, Company).MayManageAt(Servers));
        Assert.True(Holding(DirectoryRoles.GlobalAdministrator, Scope.Tenant).MayManageAt(Servers));
        Assert.False(Holding(DirectoryRoles.PrivilegedRoleAdministrator, Scope.Tenant).MayManageAt(Servers));
        Assert.False(Holding(ResourceRoles.Contributor, Shop).MayManageAt(Servers));
        Assert.True(Holding(ResourceRoles.Contributor, Shop).MayReadAt(Servers));
    }

    [Fact]
    public void A_group_is_managed_by_its_owners_and_by_fewer_administrators_when_it_can_hold_roles()
    {
        var privileged = Engineers with { IsRoleAssignable = true };

        Assert.True(Holding(GroupRoles.Owner, Engineers.Scope).MayManageAt(privileged));
        Assert.False(Holding(GroupRoles.Member, Engineers.Scope).MayManageAt(Engineers));
        Assert.True(Holding(DirectoryRoles.GroupsAdministrator, Scope.Tenant).MayManageAt(Engineers));
        Assert.False(Holding(DirectoryRoles.GroupsAdministrator, Scope.Tenant).MayManageAt(privileged));
        Assert.True(Holding(DirectoryRoles.PrivilegedRoleAdministrator, Scope.Tenant).MayManageAt(privileged));
    }

    [Fact]
    public void What_is_managed_and_read_is_told_for_each_role_system()
    {
        var owner = new Authority([new HeldRole(ResourceRoles.Owner, Shop), new HeldRole(ResourceRoles.Reader, Company), new HeldRole(GroupRoles.Owner, Engineers.Scope)]);

        Assert.Equal([Shop], owner.ManagedIn(RoleSystem.Resources).Scopes);
        Assert.Equal([Shop, Company], owner.ReadIn(RoleSystem.Resources).Scopes);
        Assert.Equal([Engineers.Scope], owner.ReadIn(RoleSystem.Groups).Scopes);
        Assert.True(owner.ReadIn(RoleSystem.Directory).IsNowhere);
        Assert.All(Enum.GetValues<RoleSystem>(), system => Assert.True(Authority.None.ReadIn(system).IsNowhere && Authority.None.ManagedIn(system).IsNowhere));

        var reader = Holding(DirectoryRoles.GlobalReader, Scope.Tenant);
        Assert.All(Enum.GetValues<RoleSystem>(), system => Assert.True(reader.ReadIn(system).IsEverywhere && reader.ManagedIn(system).IsNowhere));

        var privileged = Holding(DirectoryRoles.PrivilegedRoleAdministrator, Scope.Tenant).ManagedIn(RoleSystem.Groups);
        Assert.Equal((false, false, true), (privileged.IsEverywhere, privileged.OrdinaryGroups, privileged.RoleAssignableGroups));
    }

    private static Authority Holding(RoleDefinitionId role, Scope scope) => new([new HeldRole(role, scope)]);

    private static Scope At(string path) => Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path));
}
