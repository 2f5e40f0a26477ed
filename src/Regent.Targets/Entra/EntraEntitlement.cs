using System.Diagnostics.CodeAnalysis;

namespace Regent.Targets.Entra;

/// <summary>A directory role and where it is held.</summary>
/// <param name="Role">Its name, its id or its template id.</param>
/// <param name="Scope">The tenant, <c>/</c>, or an administrative unit.</param>
internal sealed record EntraEntitlement(string Role, string Scope)
{
    public const string WholeTenant = "/";

    private const string At = " @ /";
    private const string Units = "/administrativeUnits/";

    /// <summary>Reads an entitlement; false when it can be none of a directory.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out EntraEntitlement? entitlement)
    {
        var at = text.LastIndexOf(At, StringComparison.Ordinal);
        var (role, scope) = at < 0 ? (text, WholeTenant) : (text[..at], text[(at + At.Length - 1)..]);
        var isUnit = scope.StartsWith(Units, StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(scope[Units.Length..], "D", out _);
        entitlement = role != "" && (isUnit || scope == WholeTenant) ? new EntraEntitlement(role, isUnit ? Units + scope[Units.Length..] : scope) : null;
        return entitlement is not null;
    }
}
