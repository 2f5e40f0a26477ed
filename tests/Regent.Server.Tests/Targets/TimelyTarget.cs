using Microsoft.Extensions.Time.Testing;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Server.Tests.Targets;

/// <summary>
/// A target whose clock is moved by hand: ends are moved to that clock, and the first five minutes of what was given, in which privileged
/// identity management takes nothing back, are over before something is.
/// </summary>
internal sealed class TimelyTarget(ITarget target, FakeTimeProvider clock) : ITarget
{
    private static readonly TimeSpan FirstMinutes = TimeSpan.FromMinutes(6);

    private bool wasGiven;

    public Task<IReadOnlyList<TargetFinding>> CheckAsync(CancellationToken ct) => target.CheckAsync(ct);

    public Task<IReadOnlyList<TargetAnswer>> GrantAsync(IReadOnlyList<TargetGrant> grants, CancellationToken ct)
    {
        wasGiven = true;
        var behind = clock.GetUtcNow() - TimeProvider.System.GetUtcNow();
        return target.GrantAsync([.. grants.Select(grant => grant with { Until = grant.Until + behind })], ct);
    }

    public Task<IReadOnlyList<TargetAnswer>> RevokeAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        clock.Advance(wasGiven ? FirstMinutes : TimeSpan.Zero);
        wasGiven = false;
        return target.RevokeAsync(holdings, ct);
    }

    public Task<IReadOnlyList<Observation>> ObserveAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) => target.ObserveAsync(holdings, ct);

    public Task<TargetList> ListAsync(IReadOnlyCollection<string> entitlements, CancellationToken ct) => target.ListAsync(entitlements, ct);

    public ValueTask DisposeAsync() => target.DisposeAsync();
}
