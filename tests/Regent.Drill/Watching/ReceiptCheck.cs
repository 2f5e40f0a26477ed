using Regent.Core.Assignments;
using Regent.Core.Targets;
using Regent.Drill.Asking;
using Regent.Drill.Site;
using Regent.Operations.Ports;

namespace Regent.Drill.Watching;

/// <summary>
/// Reads the receipts of everything that was accepted, once all of it is over: each must tell a whole story, and each thing that an
/// assignment gave must have one.
/// </summary>
internal sealed class ReceiptCheck(DrillSite site)
{
    private readonly List<string> faults = [];

    public int Seen { get; private set; }

    public int Kept { get; private set; }

    public int NeverThere { get; private set; }

    public IReadOnlyList<string> Faults => faults;

    public async Task ReadAsync(CancellationToken ct)
    {
        foreach (var slot in site.Roster.Slots)
        {
            foreach (var schedule in slot.Covers.SelectMany(cover => cover.Schedules))
            {
                Check(slot, new ScheduleId(schedule), await site.The<ILedger>().ReceiptsAsync([new ScheduleId(schedule)], ct));
            }
        }

        foreach (var target in site.Targets)
        {
            faults.AddRange((await site.The<ILedger>().OpenInAsync(target.Id, ct)).Select(entry => $"{target.Name}: the ledger still has {entry}."));
            faults.AddRange((await site.The<ILedger>().DriftAsync(target.Id, ct)).Select(drift => $"{target.Name}: Regent does not know where {drift.Holding} is from."));
        }
    }

    private void Check(Slot slot, ScheduleId schedule, IReadOnlyList<ListedReceipt> receipts)
    {
        foreach (var (number, target) in site.Targets.Index())
        {
            var things = receipts.Where(one => one.Entry.Target == target.Id).Select(one => one.Entry.Holding.Entitlement).Order(StringComparer.Ordinal);
            if (!things.SequenceEqual(slot.Role.Gives[number].Order(StringComparer.Ordinal)))
            {
                faults.Add($"{target.Name}: the assignment {schedule} has receipts for {string.Join(", ", things)}.");
            }
        }

        foreach (var receipt in receipts.Select(one => one.Receipt))
        {
            Check(receipt);
        }
    }

    private void Check(Receipt receipt)
    {
        var isWhole = receipt switch
        {
            { IsOpen: true } or { RevokedAt: null } => false,
            { ObservedAt: null } => receipt.WrittenAt is null,
            _ => receipt.WrittenAt <= receipt.ObservedAt && receipt.ObservedAt <= receipt.RevokedAt && !(receipt.GoneAt < receipt.RevokedAt),
        };
        if (!isWhole)
        {
            faults.Add($"A receipt is not complete: {receipt}");
        }

        Seen += receipt.ObservedAt is not null ? 1 : 0;
        Kept += receipt.IsKept ? 1 : 0;
        NeverThere += receipt.ObservedAt is null ? 1 : 0;
    }
}
