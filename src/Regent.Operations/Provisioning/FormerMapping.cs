using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>What a mapping that is taken away, or gives less, leaves to be done: nobody else knows how its access was to end.</summary>
internal static class FormerMapping
{
    /// <summary>The work of ending the sessions of what it does not give any more, if it said so; what another mapping covers stays.</summary>
    /// <param name="ledger">What is there.</param>
    /// <param name="target">The target.</param>
    /// <param name="former">The mapping as it was.</param>
    /// <param name="next">The mapping as it will be; null when it goes.</param>
    /// <param name="now">The moment.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlyList<WakeUp>> LastWorkAsync(
        this ILedger ledger, Target target, Mapping former, Mapping? next, DateTimeOffset now, CancellationToken ct)
    {
        var lost = former.Role == next?.Role && former.Scope == next.Scope ? former.Entitlements.Except(next.Entitlements).ToHashSet() : [.. former.Entitlements];
        return former.Landing.EndSessions && lost.Count > 0
            ? [.. (await ledger.OpenInAsync(target.Id, ct)).Where(entry => entry.MayBeThere && lost.Contains(entry.Holding.Entitlement))
                .Select(entry => new WakeUp(TargetWork.EndSessions, entry.Id.Value, now))]
            : [];
    }
}
