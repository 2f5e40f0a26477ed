using Regent.Api.Graph.Protocol;

namespace Regent.Api.Graph.Schedules;

/// <summary>What tokens must carry for the requests of one family.</summary>
/// <param name="ListRequests">For everybody's requests.</param>
/// <param name="ReadRequests">For one request, and for the caller's own.</param>
/// <param name="Submit">To ask that something be taken away, or given back.</param>
/// <param name="Handle">To ask for anything else, and to withdraw what was asked.</param>
internal sealed record FamilyPermissions(
    TokenPermission ListRequests, TokenPermission ReadRequests, TokenPermission Submit, TokenPermission Handle);
