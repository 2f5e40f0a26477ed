using Regent.Server.Tests.Api.Conformance;
using Regent.Server.Tests.Architecture;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>What addresses say that tokens need, against what the published descriptions say.</summary>
public sealed class PermissionTests(MatrixServer server) : IClassFixture<MatrixServer>
{
    private const string Least = " (least)";

    /// <summary>What is said beyond the descriptions, with the reason.</summary>
    private static readonly (string Begins, string[] More, string Reason)[] Deliberate =
    [
        (
            "/policies/", ["RoleManagementPolicy.Read.AzureADGroup", "RoleManagementPolicy.ReadWrite.AzureADGroup"],
            "The settings of groups lie at the same addresses and have permissions of their own (specification of the API, section 1.7)."),
    ];

    [Fact]
    public void Each_address_needs_what_the_descriptions_say()
    {
        _ = server.Address;
        var routes = ApiRoute.Of(server.Services);

        var differences = ApiDescription.All.SelectMany(description => description.Operations)
            .Where(operation => operation.Description["x-permissions"] is not null)
            .SelectMany(operation => Differences(operation, DescribedRoute.Of(operation, routes))).ToList();

        Violations.None(differences);
    }

    [Fact]
    public void Each_address_of_Graph_says_what_it_needs()
    {
        _ = server.Address;
        string[] open = ["/", "/$metadata", "/$batch"];

        Violations.None(ApiRoute.Of(server.Services).Where(route => !route.IsArm && route.Needs is null && !open.Contains(route.Path)).Select(route => $"{route} says nothing"));
    }

    private static IEnumerable<string> Differences(ApiOperation operation, ApiRoute? route) =>
        Differences(operation, "delegated", route?.Needs?.Delegated ?? []).Concat(Differences(operation, "application", route?.Needs?.Application ?? []));

    private static IEnumerable<string> Differences(ApiOperation operation, string kind, IReadOnlyList<string> said)
    {
        var described = (operation.Description["x-permissions"]![kind]?.AsArray() ?? []).Select(name => ((string)name!).Replace(Least, "", StringComparison.Ordinal)).ToList();
        var more = Deliberate.Where(one => operation.Path.StartsWith(one.Begins, StringComparison.Ordinal)).SelectMany(one => one.More);
        return described.Except(said).Select(name => $"{operation} ({kind}): {name} is described and not enough")
            .Concat(said.Except(described).Except(more).Select(name => $"{operation} ({kind}): {name} is enough and not described"));
    }
}
