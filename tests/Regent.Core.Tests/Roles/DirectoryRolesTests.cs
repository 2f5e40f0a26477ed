using Regent.Core.Roles;

namespace Regent.Core.Tests.Roles;

public sealed class DirectoryRolesTests
{
    [Fact]
    public void All_built_in_roles_are_there_once()
    {
        Assert.Equal(123, DirectoryRoles.BuiltIn.Count);
        Assert.Equal(123, DirectoryRoles.BuiltIn.DistinctBy(role => role.Id).Count());
        Assert.Equal(123, DirectoryRoles.BuiltIn.DistinctBy(role => role.DisplayName, StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Roles_that_administer_Regent_are_built_in_and_privileged()
    {
        var builtIn = DirectoryRoles.BuiltIn.ToDictionary(role => role.Id);

        Assert.All(DirectoryRoles.Administrators, id => Assert.True(builtIn[id].IsPrivileged));
        Assert.Equal("Global Administrator", builtIn[DirectoryRoles.GlobalAdministrator].DisplayName);
        Assert.Equal("Privileged Role Administrator", builtIn[DirectoryRoles.PrivilegedRoleAdministrator].DisplayName);
    }

    [Fact]
    public void Who_may_administer_may_also_read() => Assert.Superset(DirectoryRoles.Administrators.ToHashSet(), DirectoryRoles.Readers.ToHashSet());
}
