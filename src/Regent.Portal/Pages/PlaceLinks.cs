using Regent.Core.Roles;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages;

/// <summary>Where one sees a scope of the tree, what is held at a place, and what its roles demand.</summary>
internal static class PlaceLinks
{
    public static string Resource(Scope scope) => $"/resources?scope={Uri.EscapeDataString(scope.Value)}";

    public static string Assignments(Scope scope) => $"/assignments?{Query(scope)}";

    public static string Settings(Scope scope) => $"/role-settings?{Query(scope)}";

    private static string Query(Scope scope)
    {
        var system = RoleSystems.TabOf(scope.System) is { } tab ? $"system={tab}&" : "";
        return $"{system}scope={Uri.EscapeDataString(scope.Value)}";
    }
}
