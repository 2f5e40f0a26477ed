namespace Regent.Core.Targets;

/// <summary>Names one line of the ledger for ever.</summary>
public readonly record struct LedgerEntryId(Guid Value)
{
    /// <summary>A new id, ordered by the time it was made.</summary>
    public static LedgerEntryId At(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("D");
}
