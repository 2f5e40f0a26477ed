using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>What machines behind a target fetch: an SSH authority's public key, and its list of revoked certificates. Neither is a secret.</summary>
internal static class PublishedFiles
{
    /// <summary>Where they are.</summary>
    public const string Root = "ssh";

    public static void Map(IEndpointRouteBuilder api)
    {
        var files = api.MapGroup($"{Root}/{{target}}").AllowAnonymous();
        files.MapGet("ca.pub", KeyAsync);
        files.MapGet("krl", RevokedAsync);
    }

    private static Task<IResult> KeyAsync(string target, GetPublishedFile get, CancellationToken ct) => FileAsync(target, "ca.pub", get, ct);

    private static Task<IResult> RevokedAsync(string target, GetPublishedFile get, CancellationToken ct) => FileAsync(target, "krl", get, ct);

    private static async Task<IResult> FileAsync(string target, string file, GetPublishedFile get, CancellationToken ct) =>
        (await get.ExecuteAsync(target, file, ct)).Answer(published => Results.Bytes(published.Content, published.MediaType));
}
