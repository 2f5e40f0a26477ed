using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Tells the second of two deciders who was first.</summary>
internal static class EarlierDecision
{
    public static async Task<Refusal> AlreadyDecidedAsync(this IDirectory directory, Decision earlier, CancellationToken ct)
    {
        var by = await directory.FindAsync(earlier.By, ct);
        return new Refusal(
            RefusalCode.RequestAlreadyDecided,
            $"{by?.DisplayName ?? "Somebody else"} has already {(earlier.Approved ? "approved" : "denied")} this request.");
    }
}
