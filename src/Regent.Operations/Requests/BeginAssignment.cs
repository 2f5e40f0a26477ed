using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>
/// Judges a planned activation again when its start has come, and tells of it; a planned assignment is only told. The schedule
/// itself is in force from its start without this. Safe to run twice.
/// </summary>
public sealed class BeginAssignment(
    IUnitOfWork unit, IRequestStore requests, IScheduleStore schedules, ActivationFactsReader reader, RequestRecorder recorder,
    TimeProvider clock)
{
    public Task ExecuteAsync(RequestId id, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            if (await requests.FindAsync(id, token) is { Status: RequestStatus.Granted, Schedule: { } made } request
                && await schedules.FindAsync(made, token) is { } planned
                && await BeginAsync(request, planned, now, token) is { } change)
            {
                await recorder.UpdateAsync(change, now, token);
            }

            return id;
        },
        ct);

    private async Task<RequestChange?> BeginAsync(
        ScheduleRequest request, Schedule planned, DateTimeOffset now, CancellationToken ct) =>
        request.IsActivation
            ? Activation.Begin(request, planned, await reader.ReadAsync(request.Ask, request.Proof, request, now, ct))
            : AdministratorAssignment.Begin(request, planned, now);
}
