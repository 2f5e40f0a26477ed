using Regent.Core.Roles;

namespace Regent.Api.Arm.Protocol;

/// <summary>Ids of resources, in exactly the letter case that programs parse (specification of the API, section 3.6).</summary>
internal static class ArmIds
{
    public const string Provider = "Microsoft.Authorization";

    /// <summary>Such as <c>Microsoft.Authorization/roleAssignments</c>.</summary>
    public static string Type(string type) => $"{Provider}/{type}";

    /// <summary>One resource at a scope.</summary>
    public static string Of(Scope scope, string type, object name) =>
        $"{(scope == Scope.Tenant ? "" : scope.Value)}/providers/{Provider}/{type}/{name}";

    /// <summary>A role as it is named at a scope: below its subscription, where it has one.</summary>
    public static string Role(Scope scope, RoleDefinitionId role) => Of(SubscriptionOf(scope) ?? Scope.Tenant, "roleDefinitions", role);

    /// <summary>The id of a role, told in full or by its last part alone; null when it is none.</summary>
    public static RoleDefinitionId? ReadRole(string? text) => LastId(text, "roleDefinitions") is { } id ? new RoleDefinitionId(id) : null;

    /// <summary>The last part of an id, or the bare id; null when it is none, or one of another type.</summary>
    public static Guid? LastId(string? text, string type)
    {
        var parts = (text ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is [.., var name] && Guid.TryParseExact(name, "D", out var id)
            && (parts.Length == 1 || parts[^2].Equals(type, StringComparison.OrdinalIgnoreCase))
                ? id
                : null;
    }

    /// <summary>Whether the path of a scope leads on to another, or is the same; that of the tenant leads everywhere.</summary>
    public static bool LeadsTo(Scope scope, Scope other) =>
        scope == Scope.Tenant || scope == other || other.Value.StartsWith($"{scope.Value}/", StringComparison.OrdinalIgnoreCase);

    private static Scope? SubscriptionOf(Scope scope)
    {
        var at = scope;
        while (at is not null && at.Kind != ScopeKind.Subscription)
        {
            at = at.Container;
        }

        return at;
    }
}
