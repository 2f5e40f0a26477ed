using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Access;
using Regent.Api.Arm.Protocol;
using Regent.Api.Graph.Protocol;

namespace Regent.Api.OpenApi;

/// <summary>An address that the server maps, as clients spell it.</summary>
/// <param name="Path">The address, with the names of its parameters in braces.</param>
/// <param name="Steps">Its parts, without the version or the scope in front.</param>
/// <param name="IsArm">Whether it is one of Azure Resource Manager, and not of Graph.</param>
/// <param name="Metadata">What it says of itself.</param>
internal sealed partial record DescribedRoute(string Path, IReadOnlyList<string> Steps, bool IsArm, EndpointMetadataCollection Metadata)
{
    private const string Lookup = "lookup";

    /// <summary>What stands in front of everything that is asked of a scope.</summary>
    private const string Scoped = "/{scope}/providers/Microsoft.Authorization/";

    /// <summary>Whether it is one of Regent's own, beside those of Graph and of Azure Resource Manager.</summary>
    public bool IsOwn { get; private init; }

    /// <summary>The API it belongs to, as headings call it.</summary>
    public string Surface => IsArm ? "Azure Resource Manager" : IsOwn ? "Regent" : $"Graph {Path.Split('/')[1]}";

    /// <summary>The parameters in the path.</summary>
    public IEnumerable<string> Parameters => Parameter().Matches(Path).Select(match => match.Groups["name"].Value);

    public IReadOnlyList<string> Methods => Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [HttpMethods.Get];

    /// <summary>Reads an endpoint; null when it is no part of the API.</summary>
    public static DescribedRoute? Of(Endpoint endpoint)
    {
        if (endpoint is not RouteEndpoint { RoutePattern.RawText: { } text })
        {
            return null;
        }

        var steps = Parameter().Replace(text, "{${name}}").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return steps switch
        {
            [var version, ..] when GraphEnvelope.Versions.Contains(version) =>
                new DescribedRoute($"/{string.Join('/', steps)}", steps[1..], IsArm: false, endpoint.Metadata),
            [AccessRoutes.Root, ..] =>
                new DescribedRoute($"/{string.Join('/', steps)}", steps[1..], IsArm: false, endpoint.Metadata) { IsOwn = true },
            [var root, _, Lookup, .. var rest] when $"/{root}" == ArmAddress.Root =>
                new DescribedRoute($"/{string.Join('/', rest)}", rest, IsArm: true, endpoint.Metadata),
            [var root, _, .. var rest] when $"/{root}" == ArmAddress.Root =>
                new DescribedRoute($"{Scoped}{string.Join('/', rest)}", rest, IsArm: true, endpoint.Metadata),
            _ => null,
        };
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
