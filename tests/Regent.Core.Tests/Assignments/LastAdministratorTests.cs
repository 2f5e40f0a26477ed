using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Testing;

namespace Regent.Core.Tests.Assignments;

public sealed class LastAdministratorTests
{
    private static readonly DateTimeOffset Now = Make.Noon;
    private static readonly PrincipalId Ada = Make.User("Ada Lovelace").Id;
    private static readonly PrincipalId Grace = Make.User("Grace Hopper").Id;

    public static TheoryData<RoleDefinitionId> Protected =>
        [DirectoryRoles.GlobalAdministrator, DirectoryRoles.PrivilegedRoleAdministrator];

    [Theory]
    [MemberData(nameof(Protected))]
    public void The_last_permanent_active_assignment_is_protected(RoleDefinitionId role)
    {
        var last = Permanent(Ada, role);

        Assert.True(IsProtected(last));
        Assert.True(IsProtected(last, last));
        Assert.False(IsProtected(last, last, Permanent(Grace, role)));
    }

    [Theory]
    [MemberData(nameof(Protected))]
    public void What_ends_by_itself_does_not_take_the_place_of_the_last_permanent_one(RoleDefinitionId role)
    {
        var eligibility = Make.Eligibility(Grace, role, Now.AddDays(-1));
        Schedule[] fleeting =
        [
            Make.Assignment(Grace, role, Now.AddDays(-1), Now.AddYears(1)),
            Make.Activation(eligibility, Grace, Now.AddHours(-1), Now.AddHours(8)),
            Make.Assignment(Grace, role, Now.AddDays(1)),
            Permanent(Grace, role).End(Now),
            eligibility,
            Permanent(Grace, role) with { Scope = Make.Unit(Guid.Empty) },
            Permanent(Grace, DirectoryRoles.GlobalReader),
        ];

        Assert.All(fleeting, one => Assert.True(IsProtected(Permanent(Ada, role), one)));
        Assert.True(IsProtected(Permanent(Ada, role), fleeting));
    }

    [Fact]
    public void Global_Administrators_do_not_stand_in_for_Privileged_Role_Administrators() => Assert.True(IsProtected(
        Permanent(Ada, DirectoryRoles.PrivilegedRoleAdministrator), Permanent(Grace, DirectoryRoles.GlobalAdministrator)));

    [Fact]
    public void An_assignment_that_ends_is_protected_while_nobody_else_is_assigned()
    {
        var ending = Make.Assignment(Ada, DirectoryRoles.GlobalAdministrator, Now.AddDays(-1), Now.AddDays(1));
        var activated = Make.Activation(
            Make.Eligibility(Grace, DirectoryRoles.GlobalAdministrator, Now.AddDays(-1)), Grace, Now.AddHours(-1), Now.AddHours(1));

        Assert.True(IsProtected(ending));
        Assert.True(IsProtected(ending, activated));
        Assert.False(IsProtected(ending, Make.Assignment(Grace, DirectoryRoles.GlobalAdministrator, Now.AddDays(-1), Now.AddDays(2))));
        Assert.False(IsProtected(ending, Permanent(Grace, DirectoryRoles.GlobalAdministrator)));
    }

    [Fact]
    public void An_eligibility_is_protected_while_nobody_is_assigned()
    {
        var eligible = Make.Eligibility(Ada, DirectoryRoles.GlobalAdministrator, Now.AddDays(-1));

        Assert.True(IsProtected(eligible));
        Assert.False(IsProtected(eligible, Permanent(Grace, DirectoryRoles.GlobalAdministrator)));
        Assert.False(IsProtected(eligible with { Role = DirectoryRoles.GlobalReader }));
    }

    [Fact]
    public void What_ends_by_itself_or_was_not_begun_can_be_taken_away()
    {
        var eligibility = Make.Eligibility(Ada, DirectoryRoles.GlobalAdministrator, Now.AddDays(-1));

        Assert.False(IsProtected(Make.Activation(eligibility, Ada, Now.AddHours(-1), Now.AddHours(1))));
        Assert.False(IsProtected(Make.Assignment(Ada, DirectoryRoles.GlobalAdministrator, Now.AddDays(1))));
        Assert.False(IsProtected(Permanent(Ada, DirectoryRoles.GlobalAdministrator) with { Scope = Make.Unit(Guid.Empty) }));
    }

    [Fact]
    public void Other_roles_have_no_last_holder() => Assert.All(
        DirectoryRoles.BuiltIn.Select(role => role.Id).Except(DirectoryRoles.LastHolderProtected),
        role => Assert.False(IsProtected(Permanent(Ada, role))));

    private static Schedule Permanent(PrincipalId principal, RoleDefinitionId role) => Make.Assignment(principal, role, Now.AddDays(-1));

    private static bool IsProtected(Schedule leaving, params Schedule[] remaining) =>
        LastAdministrator.Protects(leaving, remaining, Now)?.Code == RefusalCode.CannotDeleteLastAdminAssignment;
}
