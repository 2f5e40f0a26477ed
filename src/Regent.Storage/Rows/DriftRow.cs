using Regent.Core.Targets;

namespace Regent.Storage.Rows;

internal sealed class DriftRow
{
    public Guid Id { get; init; }
    public Guid TargetId { get; init; }
    public required string Account { get; init; }
    public required string Entitlement { get; init; }

    /// <summary>Account and entitlement as one.</summary>
    public required string Key { get; init; }
    public DateTimeOffset FoundAt { get; init; }
    public DateTimeOffset? IgnoredAt { get; set; }

    public static DriftRow Of(Drift drift) => new()
    {
        Id = drift.Id,
        TargetId = drift.Target.Value,
        Account = drift.Holding.Account,
        Entitlement = drift.Holding.Entitlement,
        Key = HoldingKey.Of(drift.Holding),
        FoundAt = drift.FoundAt,
        IgnoredAt = drift.IgnoredAt,
    };

    public Drift ToCore() => new(Id, new TargetId(TargetId), new Holding(Account, Entitlement), FoundAt) { IgnoredAt = IgnoredAt };
}
