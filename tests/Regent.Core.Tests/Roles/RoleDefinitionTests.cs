using Regent.Core.Roles;

namespace Regent.Core.Tests.Roles;

public sealed class RoleDefinitionTests
{
    private static readonly Scope Subscription = At("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a");
    private static readonly Place Web = new(At($"{Subscription}/resourceGroups/web"), [Subscription]);
    private static readonly Place Unit = new(Scope.OfUnit(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), []);

    [Fact]
    public void The_built_in_resource_roles_are_there_with_their_ids()
    {
        Assert.Equal(182, ResourceRoles.BuiltIn.Count);
        Assert.Equal(5, ResourceRoles.BuiltIn.Count(role => role.IsPrivileged));
        Assert.All(ResourceRoles.BuiltIn, role => Assert.True(role is { System: RoleSystem.Resources, IsBuiltIn: true }));
        Assert.Equal("Owner", ResourceRoles.BuiltIn.Single(role => role.Id == ResourceRoles.Owner).DisplayName);
        Assert.Equal("Reader", ResourceRoles.BuiltIn.Single(role => role.Id == ResourceRoles.Reader).DisplayName);
    }

    [Fact]
    public void A_role_is_held_only_in_its_own_system()
    {
        Assert.Equal(RefusalCode.ScopeDoesNotMatchRoleDefinition, Named("Owner", ResourceRoles.BuiltIn).ProblemAt(Place.Tenant)?.Code);
        Assert.Equal(RefusalCode.ScopeDoesNotMatchRoleDefinition, Named("Global Administrator", DirectoryRoles.BuiltIn).ProblemAt(Web)?.Code);
        Assert.Equal(RefusalCode.ScopeDoesNotMatchRoleDefinition, GroupRoles.BuiltIn[0].ProblemAt(Web)?.Code);
        Assert.Null(Named("Owner", ResourceRoles.BuiltIn).ProblemAt(Web));
    }

    [Fact]
    public void Only_some_directory_roles_can_be_limited_to_an_administrative_unit()
    {
        Assert.Null(Named("Helpdesk Administrator", DirectoryRoles.BuiltIn).ProblemAt(Unit));
        Assert.Equal(RefusalCode.RequestBadRequest, Named("Global Administrator", DirectoryRoles.BuiltIn).ProblemAt(Unit)?.Code);
        Assert.Equal(14, DirectoryRoles.ForUnits.Count);
        Assert.All(DirectoryRoles.ForUnits, id => Assert.Contains(DirectoryRoles.BuiltIn, role => role.Id == id));
    }

    [Fact]
    public void A_custom_role_is_held_at_and_below_its_scopes()
    {
        var custom = new RoleDefinition(default, "Restarts machines", "", IsPrivileged: false, IsBuiltIn: false)
        {
            System = RoleSystem.Resources,
            AssignableScopes = [Subscription],
        };

        Assert.Null(custom.ProblemAt(Web));
        Assert.Equal(
            RefusalCode.ScopeDoesNotMatchRoleDefinition,
            custom.ProblemAt(new Place(At("/subscriptions/0198f1a2-7c00-7000-8000-00000000000b"), []))?.Code);
    }

    [Fact]
    public void A_custom_role_with_a_name_and_actions_can_be_saved()
    {
        Assert.Empty(Custom.Check());
        Assert.Empty((Custom with { System = RoleSystem.Directory, AssignableScopes = [], AllowedActions = ["microsoft.directory/users/basic/update"] }).Check());
        Assert.Empty((Custom with { AssignableScopes = [], AllowedActions = ["*", "Microsoft.Compute/*", "*/read"] }).Check());
    }

    public static TheoryData<RoleDefinition, string> Unfit => new()
    {
        { Custom with { DisplayName = " " }, "Give the role a name." },
        { Custom with { DisplayName = "a\nb" }, "The name is longer" },
        { Custom with { Description = new string('x', 257) }, "The description is longer" },
        { Custom with { AllowedActions = [] }, "Name at least one action" },
        { Custom with { AllowedActions = ["restart machines"] }, "“restart machines” is no action." },
        { Custom with { AllowedActions = [.. Enumerable.Range(0, 501).Select(i => $"Microsoft.Compute/{i}")] }, "at most 500 actions" },
        { Custom with { System = RoleSystem.Directory }, "A directory role has no scopes of its own" },
        { Custom with { AssignableScopes = [Scope.Tenant] }, "The scopes of a resource role are" },
        { Custom with { System = RoleSystem.Groups, AssignableScopes = [] }, "A group has members and owners" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void What_is_wrong_with_a_custom_role_is_said(RoleDefinition role, string why)
    {
        var refusal = Assert.Single(role.Check());

        Assert.Equal(RefusalCode.InvalidRoleDefinition, refusal.Code);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    private static RoleDefinition Custom => new(default, "Restarts machines", "", IsPrivileged: false, IsBuiltIn: false)
    {
        System = RoleSystem.Resources,
        AllowedActions = ["Microsoft.Compute/virtualMachines/restart/action"],
        AssignableScopes = [Subscription],
    };

    private static RoleDefinition Named(string name, IEnumerable<RoleDefinition> roles) => roles.Single(role => role.DisplayName == name);

    private static Scope At(string path) => Scope.TryParse(path, out var scope) ? scope : throw new ArgumentException(path, nameof(path));
}
