using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>Closes a request that nobody answered; due 24 hours after the ask. Safe to run twice.</summary>
public sealed class ExpireApproval(IUnitOfWork unit, IRequestStore requests, RequestRecorder recorder, TimeProvider clock)
{
    public Task ExecuteAsync(RequestId id, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            if (await requests.FindAsync(id, token) is { } request && Activation.Expire(request, now) is { } change)
            {
                await recorder.UpdateAsync(change, now, token);
            }

            return id;
        },
        ct);
}
