using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Recording;

/// <summary>
/// Writes what a step of a request brought about: the request, its schedule, the record, the mails owed and the later work.
/// Called inside a unit of work, so that all of it is written or nothing.
/// </summary>
public sealed class RequestRecorder(
    IRequestStore requests, IScheduleStore schedules, IAuditLog audit, IAgenda agenda, LedgerPlanner ledger, Reminders reminders,
    OwedMails mails)
{
    /// <summary>Writes a request that is new.</summary>
    /// <param name="change">What it brings about.</param>
    /// <param name="story">The request whose story it belongs to; its own, unless it ends what another one made.</param>
    /// <param name="now">The moment of the act.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ScheduleRequest> AddAsync(RequestChange change, RequestId story, DateTimeOffset now, CancellationToken ct)
    {
        await requests.AddAsync(change.Request, ct);
        await WriteEffectsAsync(change, story, now, ct);
        return change.Request;
    }

    /// <summary>Writes a request that is new and tells nobody of it: what it gives goes on from elsewhere.</summary>
    public async Task<ScheduleRequest> AddUntoldAsync(RequestChange change, DateTimeOffset now, CancellationToken ct)
    {
        await requests.AddAsync(change.Request, ct);
        await WriteSilentlyAsync(change, change.Request.Id, now, ct);
        return change.Request;
    }

    /// <summary>Writes the next state of a request that is there.</summary>
    public async Task<ScheduleRequest> UpdateAsync(RequestChange change, DateTimeOffset now, CancellationToken ct)
    {
        await requests.UpdateAsync(change.Request, ct);
        await WriteEffectsAsync(change, change.Request.Id, now, ct);
        return change.Request;
    }

    private async Task WriteEffectsAsync(RequestChange change, RequestId story, DateTimeOffset now, CancellationToken ct)
    {
        await WriteSilentlyAsync(change, story, now, ct);
        await mails.OweAsync(change, story, now, ct);
    }

    private async Task WriteSilentlyAsync(RequestChange change, RequestId story, DateTimeOffset now, CancellationToken ct)
    {
        if (change.Added is { } added)
        {
            await schedules.AddAsync(added, ct);
            await PlanAsync(change.Request, added, now, ct);
            await ledger.BeginAsync(added, now, ct);
        }

        if (change.Changed is { } changed)
        {
            await schedules.UpdateAsync(changed, ct);
            await PlanAgainAsync(changed, now, ct);
            await ledger.FollowAsync(changed, now, ct);
        }

        if (change.Ended is { } ended)
        {
            await schedules.UpdateAsync(ended, ct);
            await ledger.FollowAsync(ended, now, ct);
        }

        if (change.Request is { IsPending: true, Approval.ExpiresAt: { } lapses })
        {
            await agenda.AddAsync(AgendaKind.ExpireApproval, change.Request.Id.Value, now, lapses, ct);
        }

        await audit.AppendAsync(RequestRecord.Entries(change, story, now), ct);
    }

    private async Task PlanAsync(ScheduleRequest request, Schedule added, DateTimeOffset now, CancellationToken ct)
    {
        if (request.Status == RequestStatus.Granted)
        {
            await agenda.AddAsync(AgendaKind.BeginAssignment, request.Id.Value, now, added.Effective.Start, ct);
        }

        await reminders.PlanAsync(added, now, ct);
    }

    private async Task PlanAgainAsync(Schedule changed, DateTimeOffset now, CancellationToken ct)
    {
        if (changed.Period.Start > now && await requests.FindMakerAsync(changed.Id, ct) is { Status: RequestStatus.Granted } maker)
        {
            await agenda.AddAsync(AgendaKind.BeginAssignment, maker.Id.Value, now, changed.Effective.Start, ct);
        }

        await reminders.PlanAsync(changed, now, ct);
    }
}
