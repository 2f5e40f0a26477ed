namespace Regent.Server.Tokens;

/// <summary>Below which addresses the protocol of tokens is spoken.</summary>
internal static class TokenAddresses
{
    /// <summary>Those that also stand below the name of a tenant.</summary>
    public static readonly PathString[] OfTenants = ["/oauth2/v2.0", "/v2.0/.well-known", "/discovery/v2.0"];

    private static readonly PathString[] All = [.. OfTenants, "/.well-known", "/oidc", DeviceRoutes.Address];

    public static bool Covers(PathString path) => Array.Exists(All, one => path.StartsWithSegments(one));
}
