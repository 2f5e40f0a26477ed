using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations;

namespace Regent.Api.Graph.Policies;

/// <summary>
/// The id of a policy: whose settings it holds, in one word (specification of the API, section 1.3). It never changes, so that an id
/// somebody has kept goes on working.
/// </summary>
/// <param name="Type">What the scope is.</param>
/// <param name="Holder">The tenant, or the group.</param>
/// <param name="Role">The role.</param>
internal sealed record PolicyId(PolicyScopeType Type, Guid Holder, RoleDefinitionId Role)
{
    private const string Member = "member";
    private const string Owner = "owner";
    private const char Separator = '_';

    /// <summary>Where the settings hold.</summary>
    public Scope Scope => Type == PolicyScopeType.Group ? Scope.OfGroup(new PrincipalId(Holder)) : Scope.Tenant;

    /// <summary>The same as it is spelt in members and filters.</summary>
    public string ScopeId => Type == PolicyScopeType.Group ? Holder.ToString("D") : Scope.Tenant.Value;

    /// <summary>The role as it is spelt in members and filters.</summary>
    public string RoleId => Role == GroupRoles.Member ? Member : Role == GroupRoles.Owner ? Owner : Role.ToString();

    /// <summary>The id of the link from the role to the policy.</summary>
    public string Assignment => $"{this}{Separator}{RoleId}";

    /// <summary>Reads the id of a policy; null when it is none of this tenant.</summary>
    public static PolicyId? Read(string text, Tenant tenant) =>
        text.Split(Separator) is [var type, var holder, var role] ? Read(type, holder, role, tenant) : null;

    /// <summary>Reads the id of a link from a role to a policy; null when it is none of this tenant.</summary>
    public static PolicyId? ReadAssignment(string text, Tenant tenant) =>
        text.Split(Separator) is [var type, var holder, var role, var linked] && Read(type, holder, role, tenant) is { } id
        && id.RoleId.Equals(linked, StringComparison.OrdinalIgnoreCase)
            ? id
            : null;

    public override string ToString() => string.Join(Separator, Type, Holder.ToString("D"), Role);

    private static PolicyId? Read(string type, string holder, string role, Tenant tenant) =>
        Named(type) is { } known && Guid.TryParseExact(holder, "D", out var whose) && Guid.TryParseExact(role, "D", out var which)
        && new RoleDefinitionId(which) is var id
        && (known == PolicyScopeType.Group ? id == GroupRoles.Member || id == GroupRoles.Owner : whose == tenant.Id)
            ? new PolicyId(known, whose, id)
            : null;

    /// <summary>The type of scope by this name in any letter case; null when there is none.</summary>
    public static PolicyScopeType? Named(string type) => Enum.GetValues<PolicyScopeType>().Cast<PolicyScopeType?>()
        .FirstOrDefault(known => known.ToString()!.Equals(type, StringComparison.OrdinalIgnoreCase));
}
