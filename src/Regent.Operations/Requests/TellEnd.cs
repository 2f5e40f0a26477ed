using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Requests;

/// <summary>
/// Records and tells that an assignment reached its end. It ends without this; one that was ended early was told then.
/// Safe to run twice: what is on the record is not told again.
/// </summary>
public sealed class TellEnd(
    IUnitOfWork unit, IRequestStore requests, IScheduleStore schedules, RemainingHolders holders, IAuditLog audit, RequestRecorder recorder,
    TimeProvider clock)
{
    public Task ExecuteAsync(ScheduleId id, CancellationToken ct) => unit.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            if (await schedules.FindAsync(id, token) is { } schedule
                && await requests.FindMakerAsync(id, token) is { } maker
                && await ChangeAsync(maker, schedule, now, token) is { } change
                && (change.Changed is not null || !await IsRecordedAsync(change, now, token)))
            {
                await recorder.UpdateAsync(change, now, token);
            }

            return id;
        },
        ct);

    private async Task<RequestChange?> ChangeAsync(ScheduleRequest maker, Schedule schedule, DateTimeOffset now, CancellationToken ct)
    {
        if (AdministratorAssignment.Expire(maker, schedule, now) is not { } expired)
        {
            return null;
        }

        var others = LastAdministrator.IsProtected(schedule.Role, schedule.Scope) ? await holders.EligibleOrActiveAsync(schedule, now, ct) : [];
        return AdministratorAssignment.Keep(maker, schedule, others, now) ?? expired;
    }

    private async Task<bool> IsRecordedAsync(RequestChange change, DateTimeOffset now, CancellationToken ct)
    {
        var entry = RequestRecord.Entries(change, change.Request.Id, now).Single();
        var query = new AuditQuery { CorrelationId = entry.CorrelationId, Activity = entry.Activity };
        return (await audit.ListAsync(query, new PageAsk(size: 1), ct)).Items.Count > 0;
    }
}
