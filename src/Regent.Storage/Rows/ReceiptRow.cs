using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Targets;

namespace Regent.Storage.Rows;

internal sealed class ReceiptRow
{
    /// <summary>What changes in the life of a receipt.</summary>
    public static readonly string[] Changing =
        [nameof(WrittenAt), nameof(ObservedAt), nameof(RevokedAt), nameof(GoneAt), nameof(IsKept), nameof(IsOpen)];

    public Guid Id { get; init; }
    public Guid LedgerId { get; init; }
    public Guid ScheduleId { get; init; }
    public Guid PrincipalId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? WrittenAt { get; set; }
    public DateTimeOffset? ObservedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
    public DateTimeOffset? GoneAt { get; set; }
    public bool IsKept { get; set; }

    /// <summary>Whether anything is left to do; kept beside the rest so that an index finds those.</summary>
    public bool IsOpen { get; set; }

    public static ReceiptRow Of(Receipt receipt) => new()
    {
        Id = receipt.Id,
        LedgerId = receipt.Entry.Value,
        ScheduleId = receipt.Schedule.Value,
        PrincipalId = receipt.Principal.Value,
        CreatedAt = receipt.CreatedAt,
        WrittenAt = receipt.WrittenAt,
        ObservedAt = receipt.ObservedAt,
        RevokedAt = receipt.RevokedAt,
        GoneAt = receipt.GoneAt,
        IsKept = receipt.IsKept,
        IsOpen = receipt.IsOpen,
    };

    public Receipt ToCore() => new(
        Id, new LedgerEntryId(LedgerId), new ScheduleId(ScheduleId), new PrincipalId(PrincipalId), CreatedAt)
    {
        WrittenAt = WrittenAt,
        ObservedAt = ObservedAt,
        RevokedAt = RevokedAt,
        GoneAt = GoneAt,
        IsKept = IsKept,
    };
}
