using Microsoft.AspNetCore.Builder;

namespace Regent.Api.Graph.Protocol;

/// <summary>
/// What a token must carry for an address: any one of these names (specification of the API, section 1.6). It only limits; whether
/// the caller may do the thing is for the operation to say.
/// </summary>
/// <param name="Delegated">The scopes of a token that acts for a person; none when such a token cannot do this.</param>
/// <param name="Application">The app roles of a token that acts for itself; none when such a token cannot do this.</param>
internal sealed record TokenPermission(IReadOnlyList<string> Delegated, IReadOnlyList<string> Application);

/// <summary>Lets an address say what it needs.</summary>
internal static class TokenPermissionExtensions
{
    /// <summary>Demands one of the names of this permission; the last said counts.</summary>
    public static T Needs<T>(this T address, TokenPermission permission)
        where T : IEndpointConventionBuilder =>
        address.WithMetadata(permission);
}
