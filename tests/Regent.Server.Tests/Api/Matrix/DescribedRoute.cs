using System.Text.RegularExpressions;
using Regent.Server.Tests.Api.Conformance;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>Finds the route that serves an operation of the published descriptions.</summary>
internal static partial class DescribedRoute
{
    /// <summary>The route; null when the host maps none for this method.</summary>
    public static ApiRoute? Of(ApiOperation operation, IReadOnlyList<ApiRoute> routes)
    {
        var isArm = operation.Document == "arm-pim";
        var path = Form(isArm ? BelowScope(operation.Path) : operation.Path);
        return routes.FirstOrDefault(route => route.IsArm == isArm && route.Method == operation.Method
            && Form(route.Path).Equals(path, StringComparison.OrdinalIgnoreCase) && (operation.Document != "graph-pim" || !route.Template.StartsWith("/beta", StringComparison.Ordinal)));
    }

    // A full id of something below a scope is an address of its own.
    private static string BelowScope(string path) => path switch
    {
        "/{roleAssignmentId}" => "/roleAssignments/{name}",
        "/{roleId}" => "/roleDefinitions/{name}",
        _ => path[(path.LastIndexOf("Microsoft.Authorization", StringComparison.Ordinal) + "Microsoft.Authorization".Length)..],
    };

    private static string Form(string path) => Place().Replace(path, "{}");

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Place();
}
