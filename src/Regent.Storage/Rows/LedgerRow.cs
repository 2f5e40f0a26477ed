using Regent.Core.Targets;

namespace Regent.Storage.Rows;

internal sealed class LedgerRow
{
    /// <summary>What changes in the life of a line.</summary>
    public static readonly string[] Changing =
    [
        nameof(State), nameof(Since), nameof(GivenUntil), nameof(Attempts), nameof(FailingSince), nameof(LastError), nameof(RetryAt),
        nameof(LookAt), nameof(WarnedOf), nameof(ClosedFor),
    ];

    public Guid Id { get; init; }
    public Guid TargetId { get; init; }
    public required string Account { get; init; }
    public required string Entitlement { get; init; }

    /// <summary>Account and entitlement as one.</summary>
    public required string Key { get; init; }
    /// <summary>Account and entitlement folded.</summary>
    public required string SearchText { get; init; }
    public LedgerState State { get; set; }
    public DateTimeOffset Since { get; set; }
    public DateTimeOffset? GivenUntil { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? FailingSince { get; set; }
    public string? LastError { get; set; }
    public DateTimeOffset? RetryAt { get; set; }
    public DateTimeOffset? LookAt { get; set; }
    public DateTimeOffset? WarnedOf { get; set; }
    public DateTimeOffset? ClosedFor { get; set; }

    public static LedgerRow Of(LedgerEntry entry) => new()
    {
        Id = entry.Id.Value,
        TargetId = entry.Target.Value,
        Account = entry.Holding.Account,
        Entitlement = entry.Holding.Entitlement,
        Key = HoldingKey.Of(entry.Holding),
        SearchText = Search.Fold(entry.Holding.Account, entry.Holding.Entitlement),
        State = entry.State,
        Since = entry.Since,
        GivenUntil = entry.GivenUntil,
        Attempts = entry.Attempts,
        FailingSince = entry.FailingSince,
        LastError = entry.LastError,
        RetryAt = entry.RetryAt,
        LookAt = entry.LookAt,
        WarnedOf = entry.WarnedOf,
        ClosedFor = entry.ClosedFor,
    };

    public LedgerEntry ToCore() => new(new LedgerEntryId(Id), new TargetId(TargetId), new Holding(Account, Entitlement), State, Since)
    {
        GivenUntil = GivenUntil,
        Attempts = Attempts,
        FailingSince = FailingSince,
        LastError = LastError,
        RetryAt = RetryAt,
        LookAt = LookAt,
        WarnedOf = WarnedOf,
        ClosedFor = ClosedFor,
    };
}
