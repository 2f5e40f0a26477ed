using Regent.Core.Roles;

namespace Regent.Core.Tests.Roles;

public sealed class ScopeTests
{
    private const string Unit = "/administrativeUnits/0198f1a2-7c00-7000-8000-00000000000a";

    [Fact]
    public void The_tenant_is_a_scope()
    {
        Assert.True(Scope.TryParse("/", out var scope));
        Assert.Equal(Scope.Tenant, scope);
        Assert.Equal("/", scope.ToString());
    }

    [Fact]
    public void An_administrative_unit_is_a_scope_in_whatever_letter_case()
    {
        Assert.True(Scope.TryParse(Unit.ToUpperInvariant(), out var scope));
        Assert.True(Scope.TryParse(Unit, out var written));

        Assert.Equal(written, scope);
        Assert.Equal(Unit, scope.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" /")]
    [InlineData("//")]
    [InlineData("/administrativeUnits/")]
    [InlineData("/administrativeUnits/x")]
    [InlineData("/administrativeUnits/0198f1a27c007000800000000000000a")]
    [InlineData("/administrativeUnits/{0198f1a2-7c00-7000-8000-00000000000a}")]
    [InlineData("/administrativeUnits/0198f1a2-7c00-7000-8000-00000000000a/")]
    [InlineData("/0198f1a2-7c00-7000-8000-00000000000a")]
    [InlineData("/groups/x")]
    [InlineData("/subscriptions/x")]
    [InlineData("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a/")]
    [InlineData("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a/resourceGroups/")]
    [InlineData("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a/resourceGroups/a b")]
    [InlineData("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a/resourceGroups/web/providers/Microsoft.Web")]
    [InlineData("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a/resourceGroups/web/providers/Microsoft.Web/sites")]
    [InlineData("/subscriptions/0198f1a2-7c00-7000-8000-00000000000a/resourceGroups/web/providers/Microsoft.Web/sites/a\nb")]
    [InlineData("/providers/Microsoft.Management/managementGroups/")]
    [InlineData("/providers/Microsoft.Management/managementGroups/a/b")]
    public void Anything_else_is_no_scope(string? text) => Assert.False(Scope.TryParse(text, out _));

    private const string Subscription = "/subscriptions/0198f1a2-7c00-7000-8000-00000000000a";

    [Theory]
    [InlineData("/groups/0198f1a2-7c00-7000-8000-00000000000a", ScopeKind.Group, RoleSystem.Groups, null)]
    [InlineData(Unit, ScopeKind.AdministrativeUnit, RoleSystem.Directory, null)]
    [InlineData("/providers/Microsoft.Management/managementGroups/company", ScopeKind.ManagementGroup, RoleSystem.Resources, null)]
    [InlineData(Subscription, ScopeKind.Subscription, RoleSystem.Resources, null)]
    [InlineData(Subscription + "/resourceGroups/Web-1", ScopeKind.ResourceGroup, RoleSystem.Resources, Subscription)]
    [InlineData(Subscription + "/resourceGroups/web/providers/Microsoft.Sql/servers/one", ScopeKind.Resource, RoleSystem.Resources, Subscription + "/resourceGroups/web")]
    [InlineData(
        Subscription + "/resourceGroups/web/providers/Microsoft.Sql/servers/one/databases/two", ScopeKind.Resource, RoleSystem.Resources,
        Subscription + "/resourceGroups/web/providers/Microsoft.Sql/servers/one")]
    public void Each_kind_is_read_with_its_system_and_what_it_lies_in(string text, ScopeKind kind, RoleSystem system, string? container)
    {
        Assert.True(Scope.TryParse(text, out var scope));

        Assert.Equal((text, kind, system, container), (scope.Value, scope.Kind, scope.System, scope.Container?.Value));
    }

    [Fact]
    public void Letter_case_is_kept_in_names_and_never_distinguishes()
    {
        Assert.True(Scope.TryParse(Subscription.ToUpperInvariant() + "/RESOURCEGROUPS/Web", out var shouted));
        Assert.True(Scope.TryParse(Subscription + "/resourceGroups/wEB", out var other));

        Assert.Equal(Subscription + "/resourceGroups/Web", shouted.Value);
        Assert.Equal(shouted, other);
        Assert.Equal(shouted.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Directory_roles_have_their_settings_at_the_tenant_and_every_other_role_at_its_own_scope()
    {
        Assert.True(Scope.TryParse(Unit, out var unit));
        Assert.True(Scope.TryParse(Subscription + "/resourceGroups/web", out var web));

        Assert.Equal((Scope.Tenant, web), (unit.PolicyScope, web.PolicyScope));
    }
}
