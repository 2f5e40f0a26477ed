using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>What the caller may activate, holds, and held, directly and through groups.</summary>
public sealed class ListMyRoles(
    IDirectory directory, IScheduleStore schedules, IRequestStore requests, IPolicyStore policies, ActivationOptions options, TimeProvider clock)
{
    /// <param name="caller">Whose roles.</param>
    /// <param name="ask">Which of them.</param>
    /// <param name="page">Which stretch.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Page<MyRole>> ExecuteAsync(Caller caller, MyRolesAsk ask, PageAsk page, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var groups = await directory.GroupsOfAsync(caller.Id, now, ct);
        var query = new ScheduleQuery(KindOf(ask), ask.Tab == MyRolesTab.Expired ? ScheduleView.Over : ScheduleView.InForce, now)
        {
            Principals = ask.Tab == MyRolesTab.Expired ? [caller.Id] : [caller.Id, .. groups.Keys],
            System = ask.System,
            Search = ask.Search,
            Sort = ask.Sort,
            Descending = ask.Descending,
        };
        var found = await schedules.ListAsync(query, page, ct);
        var rows = found.Items.Select(listing => new MyRole(listing, Via(caller, listing))
        {
            EndableFrom = EndableFrom(caller, listing.Schedule),
            CanExtend = listing.Principal.Id == caller.Id && options.Windows.Allow(listing.Schedule, now),
        });
        return new Page<MyRole>(
            ask.Tab == MyRolesTab.Eligible ? await WithStateAsync(caller, [.. rows], now, ct) : [.. rows], found.Next);
    }

    private async Task<IReadOnlyList<MyRole>> WithStateAsync(
        Caller caller, IReadOnlyList<MyRole> rows, DateTimeOffset now, CancellationToken ct)
    {
        var held = await schedules.OpenOfAsync([caller.Id], ScheduleKind.Assignment, role: null, now, ct);
        var settings = (await policies.ListAsync([.. rows.Select(row => row.Listing.Schedule.Scope).Distinct()], ct))
            .ToDictionary(policy => (policy.Role, policy.Scope));
        var pending = await requests.ListAsync(
            new RequestQuery { Principal = caller.Id, Statuses = [RequestStatus.PendingApproval] }, new PageAsk(PageAsk.Largest), ct);
        return
        [
            .. rows.Select(row => row with
            {
                Held = held.FirstOrDefault(one => IsSame(row, one.Role, one.Scope)),
                Pending = pending.Items.FirstOrDefault(one => IsSame(row, one.Request.Role, one.Request.Scope))?.Request.Id,
                Demands = settings.TryGetValue((row.Listing.Role.Id, row.Listing.Schedule.Scope.PolicyScope), out var policy)
                    ? policy.Activation
                    : new ActivationSettings(),
            }),
        ];
    }

    private static bool IsSame(MyRole row, RoleDefinitionId role, Scope scope) =>
        row.Listing.Schedule.Role == role && row.Listing.Schedule.Scope == scope;

    private static ScheduleKind KindOf(MyRolesAsk ask) => ask.Tab switch
    {
        MyRolesTab.Eligible => ScheduleKind.Eligibility,
        MyRolesTab.Expired when ask.PastEligibilities => ScheduleKind.Eligibility,
        MyRolesTab.Active or MyRolesTab.Expired => ScheduleKind.Assignment,
    };

    private static Principal? Via(Caller caller, ScheduleListing listing) =>
        listing.Principal.Id == caller.Id ? null : listing.Principal;

    private static DateTimeOffset? EndableFrom(Caller caller, Schedule schedule) =>
        schedule.Type == AssignmentType.Activated && schedule.Principal == caller.Id
            ? schedule.Effective.Start + Schedule.Shortest
            : null;
}
