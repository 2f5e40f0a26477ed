using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;

namespace Regent.Api.Access;

/// <summary>Regent's own small API: the systems in which access lands, for which the reference has no addresses. Tokens for Graph are good for it.</summary>
internal static class AccessRoutes
{
    /// <summary>What its addresses begin with.</summary>
    public const string Root = "api";

    /// <summary>Whether a path is one of its addresses.</summary>
    public static bool Covers(PathString path) => path.StartsWithSegments($"/{Root}") || path.StartsWithSegments($"/{PublishedFiles.Root}");

    public static void Map(IEndpointRouteBuilder api)
    {
        var access = api.MapGroup(Root).AddEndpointFilter<RouteGroupBuilder, TokenGate>();
        TargetRoom.Map(access);
        MappingRoom.Map(access);
        LedgerRoom.Map(access);
        ProgressRoom.Map(access);
        DriftRoom.Map(access);
        CredentialRoom.Map(access);
    }
}
