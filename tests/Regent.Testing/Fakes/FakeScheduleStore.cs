using System.Diagnostics;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeScheduleStore(FakeMemory memory) : IScheduleStore
{
    private IEnumerable<Schedule> All => memory.Now.Schedules.Values;

    public Task<Schedule?> FindAsync(ScheduleId id, CancellationToken ct) => Task.FromResult(memory.Now.Schedules.GetValueOrDefault(id));

    public Task<IReadOnlyList<Schedule>> OpenOfAsync(
        IReadOnlyCollection<PrincipalId> principals, ScheduleKind kind, RoleDefinitionId? role, DateTimeOffset now, CancellationToken ct) =>
        Some(schedule => principals.Contains(schedule.Principal) && schedule.Kind == kind
            && (role is null || schedule.Role == role) && schedule.IsOpenAt(now));

    public Task<IReadOnlyList<Schedule>> HoldersAsync(
        IReadOnlyCollection<RoleDefinitionId> roles, DateTimeOffset now, CancellationToken ct) =>
        Some(schedule => schedule.Kind == ScheduleKind.Assignment && roles.Contains(schedule.Role) && schedule.IsInForceAt(now));

    public Task<IReadOnlyList<Schedule>> InForceAtAsync(
        IReadOnlyCollection<RoleDefinitionId> roles, IReadOnlyCollection<Scope> scopes, DateTimeOffset now, CancellationToken ct) =>
        Some(schedule => roles.Contains(schedule.Role) && scopes.Contains(schedule.Scope) && schedule.IsInForceAt(now));

    public Task<IReadOnlyList<Schedule>> ActivationsUsingAsync(ScheduleId eligibility, DateTimeOffset now, CancellationToken ct) =>
        Some(schedule => schedule.ActivatedUsing == eligibility && schedule.IsOpenAt(now));

    public Task<IReadOnlyList<ScheduleListing>> FindListingsAsync(IReadOnlyCollection<ScheduleId> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ScheduleListing>>([.. All.Where(schedule => ids.Contains(schedule.Id)).Select(Listing)]);

    public Task<Page<ScheduleListing>> ListAsync(ScheduleQuery query, PageAsk page, CancellationToken ct) =>
        Task.FromResult(Sorted(Found(query), query).Cut(page, listing => listing.Schedule.Id.Value));

    public Task<int> CountAsync(ScheduleQuery query, CancellationToken ct) => Task.FromResult(Found(query).Count());

    public Task<IReadOnlyList<HolderCount>> CountHoldersAsync(IReadOnlyCollection<Scope> scopes, DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<HolderCount>>(
        [
            .. All.Where(schedule => scopes.Contains(schedule.Scope) && schedule.IsInForceAt(now))
                .GroupBy(schedule => (schedule.Scope, schedule.Role, schedule.Kind), schedule => schedule.Principal)
                .Select(some => new HolderCount(some.Key.Scope, some.Key.Role, some.Key.Kind, some.Distinct().Count())),
        ]);

    public Task<Schedule?> LastActivationAsync(PrincipalId principal, RoleDefinitionId role, DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult(All
            .Where(schedule => schedule.Type == AssignmentType.Activated && schedule.Principal == principal && schedule.Role == role)
            .Where(schedule => IsPast(schedule, now))
            .MaxBy(schedule => (schedule.Effective.End, schedule.Id.Value)));

    public Task AddAsync(Schedule schedule, CancellationToken ct)
    {
        memory.Write(now => now with { Schedules = now.Schedules.Add(schedule.Id, schedule) });
        return Task.CompletedTask;
    }

    public Task UpdateAsync(Schedule changed, CancellationToken ct)
    {
        memory.Write(now => now with
        {
            Schedules = now.Schedules.SetItem(
                changed.Id, now.Schedules[changed.Id] with
                {
                    Period = changed.Period,
                    EndedAt = changed.EndedAt,
                    ActivatedUsing = changed.ActivatedUsing,
                }),
        });
        return Task.CompletedTask;
    }

    private static IEnumerable<ScheduleListing> Sorted(IEnumerable<ScheduleListing> found, ScheduleQuery query)
    {
        var byId = found.OrderBy(listing => listing.Schedule.Id.Value);
        var sorted = query.Sort switch
        {
            ScheduleSort.Role => byId.OrderBy(listing => FakeDirectory.Fold(listing.Role.DisplayName), StringComparer.Ordinal),
            ScheduleSort.Principal => byId.OrderBy(listing => FakeDirectory.Fold(listing.Principal.DisplayName), StringComparer.Ordinal),
            ScheduleSort.Start => byId.OrderBy(listing => listing.Schedule.Effective.Start),
            ScheduleSort.End => byId.OrderBy(listing => listing.Schedule.Effective.End ?? DateTimeOffset.MaxValue),
            ScheduleSort.Created => byId.OrderBy(listing => listing.Schedule.CreatedAt),
        };
        return query.Descending ? sorted.Reverse() : sorted;
    }

    private static bool IsSeen(Schedule schedule, ScheduleView view, DateTimeOffset now) => view switch
    {
        ScheduleView.InForce => schedule.IsInForceAt(now),
        ScheduleView.Open => schedule.IsOpenAt(now),
        ScheduleView.Planned => schedule.IsOpenAt(now) && schedule.Period.Start > now,
        ScheduleView.Over => IsPast(schedule, now),
        _ => throw new UnreachableException(),
    };

    // What was cancelled before its start was never held, and is no past.
    private static bool IsPast(Schedule schedule, DateTimeOffset now) =>
        schedule.Effective is { End: { } end, Start: var start } && end <= now && end > start;

    private Task<IReadOnlyList<Schedule>> Some(Func<Schedule, bool> which) => Task.FromResult<IReadOnlyList<Schedule>>([.. All.Where(which)]);

    private IEnumerable<Schedule> Placed(ScheduleQuery query) => All
        .Where(schedule => query.System is null || schedule.Scope.System == query.System)
        .Where(schedule => query.Scope is null || schedule.Scope == query.Scope)
        .Where(schedule => query.Within?.Includes(memory.PlaceOf(schedule.Scope)) ?? true)
        .Where(schedule => query.Around is null || memory.IsAround(schedule.Scope, query.Around));

    private IEnumerable<ScheduleListing> Found(ScheduleQuery query) => Placed(query)
        .Where(schedule => schedule.Kind == query.Kind && IsSeen(schedule, query.View, query.Now))
        .Where(schedule => query.Id is null || schedule.Id == query.Id)
        .Where(schedule => query.Principals?.Contains(schedule.Principal) ?? true)
        .Where(schedule => query.Role is null || schedule.Role == query.Role)
        .Where(schedule => query.Type is null || schedule.Type == query.Type)
        .Select(Listing)
        .Where(listing => FakeDirectory.Meets(listing.Role.DisplayName, query.RoleName))
        .Where(listing => FakeDirectory.Meets(listing.Principal.DisplayName, query.PrincipalName))
        .Where(listing => FakeDirectory.Contains(listing.Principal.DisplayName, query.Search)
            || FakeDirectory.Contains(listing.Principal.UserPrincipalName?.Value, query.Search)
            || FakeDirectory.Contains(listing.Role.DisplayName, query.Search));

    private ScheduleListing Listing(Schedule schedule) =>
        new(schedule, memory.Now.Principals[schedule.Principal], memory.Now.Roles[schedule.Role])
        {
            ScopeName = memory.NameOf(schedule.Scope),
            Maker = schedule.Scope.System == RoleSystem.Resources
                ? memory.Now.Requests.GetValueOrDefault(new RequestId(schedule.Id.Value))
                : null,
        };
}
