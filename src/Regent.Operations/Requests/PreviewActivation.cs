using Regent.Core;
using Regent.Core.Policies;

namespace Regent.Operations.Requests;

/// <summary>Judges an ask of the caller exactly as submitting it would, and writes nothing.</summary>
public sealed class PreviewActivation(ActivationPreviews previews, ActivationOptions options, TimeProvider clock)
{
    public Task<Outcome<ActivationPreview>> ExecuteAsync(Caller caller, ActivationAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return previews.OfAsync(ask with { Principal = caller.Id }, options.ProofOf(caller, now), now, ct);
    }
}
