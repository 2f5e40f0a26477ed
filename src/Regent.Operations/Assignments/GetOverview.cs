using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>Sums up for the caller what is active and what waits, for the header, the navigation and the dashboard.</summary>
public sealed class GetOverview(
    IScheduleStore schedules, IRequestStore requests, PendingExtensions extensions, IMailer mailer, Authorities authorities, TimeProvider clock)
{
    public async Task<Overview> ExecuteAsync(Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var standing = await authorities.StandingOfAsync(caller, now, ct);
        var eligible = await schedules.OpenOfAsync([standing.Id, .. standing.Groups], ScheduleKind.Eligibility, role: null, now, ct);
        var active = await schedules.ListAsync(
            new ScheduleQuery(ScheduleKind.Assignment, ScheduleView.InForce, now)
            {
                Principals = [caller.Id],
                Type = AssignmentType.Activated,
                Sort = ScheduleSort.End,
            },
            new PageAsk(PageAsk.Largest), ct);
        return new Overview(
            standing.Authority, active.Items,
            eligible.Where(one => one.IsInForceAt(now)).DistinctBy(one => (one.Role, one.Scope)).Count(),
            await requests.CountAsync(
                new RequestQuery { Statuses = [RequestStatus.PendingApproval], DecidableBy = standing.ApproverAt(now) }, ct),
            await requests.CountAsync(
                new RequestQuery
                {
                    Principal = caller.Id,
                    Statuses = [RequestStatus.PendingApproval, RequestStatus.PendingAdminDecision, RequestStatus.Granted],
                }, ct))
        {
            ToExtendCount = (await extensions.DecidableByAsync(standing, ct)).Count,
            HasMailbox = !mailer.Delivers,
        };
    }
}
