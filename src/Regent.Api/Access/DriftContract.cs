using Regent.Core.Targets;

namespace Regent.Api.Access;

/// <summary>What somebody has in a target that Regent did not give.</summary>
internal sealed record DriftContract(string Id, string TargetId, string Account, string Entitlement, DateTimeOffset FoundDateTime, DateTimeOffset? IgnoredDateTime)
{
    public static DriftContract Of(Drift drift) => new(
        drift.Id.ToString(), drift.Target.ToString(), drift.Holding.Account, drift.Holding.Entitlement, drift.FoundAt, drift.IgnoredAt);
}
