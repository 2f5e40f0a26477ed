using Regent.Api.Arm.Protocol;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Api.Arm.Contracts;

/// <summary>A scope, a role or a principal with the names that programs show.</summary>
internal sealed record NamedContract(string? Id, string? DisplayName, string? Type)
{
    /// <summary>Where mail for a principal goes.</summary>
    public string? Email { get; init; }

    public static NamedContract Of(Scope scope, string? name) => new(scope.Value, name ?? scope.Value[(scope.Value.LastIndexOf('/') + 1)..], TypeOf(scope));

    public static NamedContract Of(Scope scope, RoleDefinition role) =>
        new(ArmIds.Role(scope, role.Id), role.DisplayName, role.IsBuiltIn ? "BuiltInRole" : "CustomRole");

    public static NamedContract Of(Principal principal) => new(principal.Id.ToString(), principal.DisplayName, principal.Kind.ToString())
    {
        Email = principal.Address,
    };

    /// <summary>What a scope is, in the words programs know.</summary>
    public static string TypeOf(Scope scope) => scope.Kind switch
    {
        ScopeKind.ManagementGroup => "managementgroup",
        ScopeKind.Subscription => "subscription",
        ScopeKind.ResourceGroup => "resourcegroup",
        ScopeKind.Resource => ResourceType(scope.Value),
        ScopeKind.Tenant or ScopeKind.AdministrativeUnit or ScopeKind.Group => "tenant",
    };

    // The last provider of the path, with every other part behind it.
    private static string ResourceType(string path)
    {
        var parts = path[(path.LastIndexOf("/providers/", StringComparison.OrdinalIgnoreCase) + "/providers/".Length)..].Split('/');
        return string.Join('/', parts.Where((_, at) => at == 0 || at % 2 == 1));
    }
}
