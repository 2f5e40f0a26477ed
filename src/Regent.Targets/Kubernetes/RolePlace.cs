using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Regent.Targets.Kubernetes;

/// <summary>A role and where it is given: an entitlement.</summary>
/// <param name="Namespace">The namespace; null is the whole cluster.</param>
/// <param name="Kind"><c>Role</c> or <c>ClusterRole</c>.</param>
/// <param name="Name">The role.</param>
internal sealed partial record RolePlace(string? Namespace, string Kind, string Name)
{
    public const string Role = "Role";
    public const string ClusterRole = "ClusterRole";

    /// <summary>Where the role itself is kept; null is the cluster.</summary>
    public string? Home => Kind == Role ? Namespace : null;

    /// <summary>Reads an entitlement; false when it can be none.</summary>
    public static bool TryParse(string entitlement, [NotNullWhen(true)] out RolePlace? place)
    {
        place = entitlement.Split('/') switch
        {
            [ClusterRole, var name] when IsName(name) => new(Namespace: null, ClusterRole, name),
            [var home, Role or ClusterRole, var name] when Label().IsMatch(home) && IsName(name) => new(home, entitlement.Split('/')[1], name),
            _ => null,
        };
        return place is not null;
    }

    // What the API server takes as a part of a path.
    private static bool IsName(string name) => name is not ("" or "." or "..") && name.Length <= 253 && Printable().IsMatch(name) && !name.Contains('%');

    [GeneratedRegex(@"\A[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"\A[!-~]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Printable();
}
