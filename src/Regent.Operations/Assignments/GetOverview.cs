using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>Sums up for the caller what is active and what waits, for the header, the navigation and the dashboard.</summary>
public sealed class GetOverview(
    IDirectory directory, IScheduleStore schedules, IRequestStore requests, Authorities authorities, TimeProvider clock)
{
    public async Task<Overview> ExecuteAsync(Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var authority = await authorities.OfAsync(caller.Id, now, ct);
        var groups = await directory.GroupsOfAsync(caller.Id, ct);
        var active = await schedules.ListAsync(
            new ScheduleQuery(ScheduleKind.Assignment, ScheduleView.InForce, now)
            {
                Principals = [caller.Id],
                Type = AssignmentType.Activated,
                Sort = ScheduleSort.End,
            },
            new PageAsk(PageAsk.Largest), ct);
        return new Overview(
            authority, active.Items,
            await schedules.CountAsync(
                new ScheduleQuery(ScheduleKind.Eligibility, ScheduleView.InForce, now) { Principals = [caller.Id, .. groups] }, ct),
            await requests.CountAsync(
                new RequestQuery
                {
                    Statuses = [RequestStatus.PendingApproval],
                    DecidableBy = new ApproverIdentity(caller.Id, groups, authority.MayManage),
                },
                ct),
            await requests.CountAsync(
                new RequestQuery { Principal = caller.Id, Statuses = [RequestStatus.PendingApproval, RequestStatus.Granted] }, ct));
    }
}
