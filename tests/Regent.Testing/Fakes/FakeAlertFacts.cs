using Regent.Core.Alerts;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeAlertFacts(FakeMemory memory) : IAlertFacts
{
    private IEnumerable<Schedule> Activations => memory.Now.Schedules.Values
        .Where(one => one.Type == AssignmentType.Activated && !one.NeverBegins);

    public Task<HeldCount> CountAsync(HeldQuery query, CancellationToken ct)
    {
        var found = Held(query).ToList();
        return Task.FromResult(new HeldCount(found.Count, found.Max(one => (DateTimeOffset?)one.UsedUntil)));
    }

    public Task<Page<IdleRole>> ListAsync(HeldQuery query, PageAsk page, CancellationToken ct) => Task.FromResult(
        Held(query).OrderBy(one => FakeDirectory.Fold(memory.Now.Principals[one.Schedule.Principal].DisplayName), StringComparer.Ordinal)
            .ThenBy(one => one.Schedule.Id.Value).Cut(page, one => one.Schedule.Id.Value));

    public Task<IReadOnlyList<Schedule>> RepeatedActivationsAsync(int atLeast, DateTimeOffset since, DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Schedule>>(
        [
            .. Activations.Where(one => one.Scope.System == RoleSystem.Directory && one.Period.Start >= since && one.Period.Start <= now)
                .GroupBy(one => (one.Principal, one.Role, one.Scope)).Where(some => some.Count() >= atLeast).SelectMany(some => some),
        ]);

    public Task<IReadOnlyDictionary<RoleDefinitionId, DateTimeOffset>> ActivatableRolesAsync(DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<RoleDefinitionId, DateTimeOffset>>(
            Given(now).Where(one => one.Kind == ScheduleKind.Eligibility).GroupBy(one => one.Role, one => one.Period.Start)
                .ToDictionary(role => role.Key, role => role.Min()));

    private IEnumerable<IdleRole> Held(HeldQuery query) => Given(query.Now)
        .Where(one => one.Period.Start <= query.Limit && (query.Id is null || one.Id == query.Id))
        .Select(one => query.Problem switch
        {
            HeldProblem.NotActivated => NotActivated(one, query),
            HeldProblem.NotSignedIn => NotSignedIn(one, query),
            HeldProblem.NotRequested => one.Kind == ScheduleKind.Assignment && !memory.Now.Requests.ContainsKey(new RequestId(one.Id.Value))
                ? new IdleRole(one, LastUsed: null)
                : null,
        })
        .OfType<IdleRole>();

    private IdleRole? NotActivated(Schedule eligible, HeldQuery query)
    {
        var uses = Activations.Where(one => one.ActivatedUsing == eligible.Id).ToList();
        return eligible.Kind == ScheduleKind.Assignment
            || uses.Exists(one => one.Period.Start > query.Limit || one.Effective.End is null || one.Effective.End > query.Now)
                ? null
                : new IdleRole(eligible, uses.Max(one => (DateTimeOffset?)one.Period.Start));
    }

    private IdleRole? NotSignedIn(Schedule held, HeldQuery query)
    {
        var last = memory.Now.SignIns.TryGetValue(held.Principal, out var at) ? at : (DateTimeOffset?)null;
        return memory.Now.Principals[held.Principal].Kind == PrincipalKind.User && !(last > query.Limit) ? new IdleRole(held, last) : null;
    }

    private IEnumerable<Schedule> Given(DateTimeOffset now) => memory.Now.Schedules.Values
        .Where(one => one.Scope.System == RoleSystem.Directory && one.Type == AssignmentType.Assigned && one.IsInForceAt(now));
}
