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

    [Fact]
    public void Twenty_nine_roles_are_privileged() => Assert.Equal(29, DirectoryRoles.BuiltIn.Count(role => role.IsPrivileged));

    [Fact]
    public void Every_role_has_a_name_and_a_description_and_comes_with_the_product() => Assert.All(DirectoryRoles.BuiltIn, role =>
    {
        Assert.NotEqual(Guid.Empty, role.Id.Value);
        Assert.Equal(role.DisplayName.Trim(), role.DisplayName);
        Assert.NotEmpty(role.Description);
        Assert.DoesNotContain('"', role.Description);
        Assert.True(role.IsBuiltIn);
    });

    [Fact]
    public void Roles_come_by_name()
    {
        var names = DirectoryRoles.BuiltIn.Select(role => role.DisplayName).ToList();

        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
    }

    [Fact]
    public void The_roles_the_rules_speak_of_are_built_in()
    {
        var builtIn = DirectoryRoles.BuiltIn.ToDictionary(role => role.Id, role => role.DisplayName);

        Assert.Equal(
            ["Global Administrator", "Global Reader", "Privileged Role Administrator", "Security Administrator", "Security Operator", "Security Reader"],
            DirectoryRoles.Readers.Select(id => builtIn[id]).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Global Administrator", "Privileged Role Administrator", "Security Administrator"],
            DirectoryRoles.ToldOfActivations.Select(id => builtIn[id]).Order(StringComparer.Ordinal));
        Assert.Equal(DirectoryRoles.Administrators, DirectoryRoles.LastHolderProtected);
    }
}
