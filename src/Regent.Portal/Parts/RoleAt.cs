using System.Diagnostics.CodeAnalysis;
using Regent.Core.Roles;

namespace Regent.Portal.Parts;

/// <summary>A role at a scope, as it stands in an address: the role's id, and the scope after an @ where it is not the tenant.</summary>
public sealed record RoleAt(RoleDefinitionId Role, Scope Scope)
{
    /// <summary>Reads one; false when it names no role or no scope.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RoleAt? role)
    {
        var parts = (text ?? "").Split('@', 2);
        var scope = Scope.Tenant;
        role = Guid.TryParse(parts[0], out var id) && (parts.Length == 1 || Scope.TryParse(parts[1], out scope))
            ? new RoleAt(new RoleDefinitionId(id), scope)
            : null;

        return role is not null;
    }

    /// <summary>Reads several with commas between; what cannot be read is left out.</summary>
    public static IReadOnlyList<RoleAt> ParseMany(string? text) =>
        [.. (text ?? "").Split(',').Select(part => TryParse(part, out var role) ? role : null).OfType<RoleAt>().Distinct()];

    public override string ToString() => Scope == Scope.Tenant ? Role.ToString() : $"{Role}@{Scope}";
}
