using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>
/// A system in which access lands. Every call may be repeated, and one caller at a time uses it. Nothing that goes wrong in the target
/// is thrown: it is an answer with the target's own words. Names are data: whatever they contain, they name one account and one
/// entitlement or nothing at all.
/// </summary>
public interface ITarget : IAsyncDisposable
{
    /// <summary>Tries the connection and the rights that are needed, and changes nothing.</summary>
    Task<IReadOnlyList<TargetFinding>> CheckAsync(CancellationToken ct);

    /// <summary>Gives each account each entitlement; one it has already is done. One answer for each, in their order.</summary>
    Task<IReadOnlyList<TargetAnswer>> GrantAsync(IReadOnlyList<TargetGrant> grants, CancellationToken ct);

    /// <summary>Takes it back; what is not there, or not any more, is done. One answer for each, in their order.</summary>
    Task<IReadOnlyList<TargetAnswer>> RevokeAsync(IReadOnlyList<Holding> holdings, CancellationToken ct);

    /// <summary>Reads from the target whether each is there. One observation for each, in their order.</summary>
    Task<IReadOnlyList<Observation>> ObserveAsync(IReadOnlyList<Holding> holdings, CancellationToken ct);

    /// <summary>Everything that anybody has of these entitlements, with accounts called as the template calls them where it can be told.</summary>
    Task<TargetList> ListAsync(IReadOnlyCollection<string> entitlements, CancellationToken ct);
}
