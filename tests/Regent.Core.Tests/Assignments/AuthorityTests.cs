using Regent.Core.Assignments;
using Regent.Core.Roles;

namespace Regent.Core.Tests.Assignments;

public sealed class AuthorityTests
{
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
    public void Each_role_gives_its_rights(RoleDefinitionId role, bool mayManage, bool mayRead)
    {
        var authority = new Authority(new HashSet<RoleDefinitionId> { role });

        Assert.Equal((mayManage, mayRead), (authority.MayManage, authority.MayRead));
    }

    [Fact]
    public void Every_other_role_gives_none()
    {
        var others = DirectoryRoles.BuiltIn.Select(role => role.Id).Except(DirectoryRoles.Readers).ToHashSet();

        Assert.Equal(117, others.Count);
        Assert.False(new Authority(others).MayRead);
        Assert.False(new Authority(others).MayManage);
        Assert.False(Authority.None.MayRead || Authority.None.MayManage);
    }
}
