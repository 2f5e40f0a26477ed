using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeRequestStore(FakeMemory memory) : IRequestStore
{
    private IEnumerable<ScheduleRequest> All => memory.Now.Requests.Values;

    public Task<ScheduleRequest?> FindAsync(RequestId id, CancellationToken ct) =>
        Task.FromResult(memory.Now.Requests.GetValueOrDefault(id));

    public Task<RequestListing?> FindListingAsync(RequestId id, CancellationToken ct) =>
        Task.FromResult(memory.Now.Requests.TryGetValue(id, out var request) ? Listing(request) : null);

    public Task<ScheduleRequest?> FindMakerAsync(ScheduleId schedule, CancellationToken ct) =>
        Task.FromResult(memory.Now.Requests.GetValueOrDefault(new RequestId(schedule.Value)));

    public Task<IReadOnlySet<ScheduleId>> FindMadeAsync(IReadOnlyCollection<ScheduleId> schedules, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<ScheduleId>>(
            schedules.Where(schedule => memory.Now.Requests.ContainsKey(new RequestId(schedule.Value))).ToHashSet());

    public Task<bool> HasPendingAsync(
        PrincipalId principal, RoleDefinitionId role, Scope scope, ScheduleKind kind, RequestId? apartFrom, CancellationToken ct) =>
        Task.FromResult(All.Any(request => request.IsOpen && request.Principal == principal && request.Role == role
            && request.Scope == scope && request.Kind == kind && request.Id != apartFrom));

    public Task<Page<RequestListing>> ListAsync(RequestQuery query, PageAsk page, CancellationToken ct) =>
        Task.FromResult(Sorted(query).Select(Listing).Cut(page, listing => listing.Request.Id.Value));

    public Task<int> CountAsync(RequestQuery query, CancellationToken ct) => Task.FromResult(Found(query).Count());

    public async Task AddAsync(ScheduleRequest request, CancellationToken ct)
    {
        if (request.IsOpen
            && await HasPendingAsync(request.Principal, request.Role, request.Scope, request.Kind, apartFrom: null, ct))
        {
            throw new LostRaceException();
        }

        memory.Write(now => now with { Requests = now.Requests.Add(request.Id, request) });
    }

    public Task UpdateAsync(ScheduleRequest request, CancellationToken ct)
    {
        memory.Write(now => now.Requests.GetValueOrDefault(request.Id)?.Version == request.Version
            ? now with { Requests = now.Requests.SetItem(request.Id, request with { Version = request.Version + 1 }) }
            : throw new LostRaceException());
        return Task.CompletedTask;
    }

    private RequestListing Listing(ScheduleRequest request) => new(
        request, memory.Now.Principals[request.Principal], memory.Now.Roles[request.Role],
        request.Schedule is { } schedule ? memory.Now.Schedules.GetValueOrDefault(schedule) : null)
    {
        ScopeName = memory.NameOf(request.Scope),
    };

    private IEnumerable<ScheduleRequest> Sorted(RequestQuery query)
    {
        var oldest = Found(query).OrderBy(request => request.CreatedAt).ThenBy(request => request.Id.Value);
        return query.OldestFirst ? oldest : oldest.Reverse();
    }

    private IEnumerable<ScheduleRequest> Found(RequestQuery query) => Placed(query)
        .Where(request => Concerns(request, query))
        .Where(request => query.DecidableBy is null || IsDecidableBy(request, query.DecidableBy))
        .Where(request => query.Role is null || request.Role == query.Role)
        .Where(request => query.About is null || (request.Schedule ?? request.Target) == query.About)
        .Where(request => FakeDirectory.Meets(memory.Now.Principals[request.Principal].DisplayName, query.PrincipalName))
        .Where(request => IsIn(query.Created, request.CreatedAt) && IsIn(query.Completed, request.CompletedAt))
        .Where(request => query.Kind is null || request.Kind == query.Kind)
        .Where(request => query.Actions?.Contains(request.Action) ?? true)
        .Where(request => query.Statuses?.Contains(request.Status) ?? true);

    private IEnumerable<ScheduleRequest> Placed(RequestQuery query) => All
        .Where(request => query.Principals?.Contains(request.Principal) ?? true)
        .Where(request => query.System is null || request.Scope.System == query.System)
        .Where(request => query.Scope is null || request.Scope == query.Scope)
        .Where(request => query.NotAt is null || request.Scope != query.NotAt)
        .Where(request => query.Within?.Includes(memory.PlaceOf(request.Scope)) ?? true)
        .Where(request => query.Around is null || memory.IsAround(request.Scope, query.Around));

    private static bool IsIn(MomentRange? range, DateTimeOffset? moment) =>
        (range?.From is not { } from || moment >= from) && (range?.Before is not { } before || moment < before);

    private static bool Concerns(ScheduleRequest request, RequestQuery query) =>
        (query.Involving is null || request.Principal == query.Involving || request.CreatedBy == query.Involving)
        && (query.CreatedBy is null || request.CreatedBy == query.CreatedBy)
        && (query.Principal is null || request.Principal == query.Principal)
        && (!query.AskedApproval || request.Approval?.ExpiresAt is not null);

    private bool IsDecidableBy(ScheduleRequest request, ApproverIdentity person)
    {
        var approvers = FakePolicyStore.Newest(memory.Now, request.Role, request.Scope).Activation.Approvers;
        var living = new FakeDirectory(memory).EnabledUsersInAsync(approvers, person.At, CancellationToken.None).GetAwaiter().GetResult();
        return request.IsPending && request.Principal != person.Id && request.CreatedBy != person.Id
            && ((person.IsAdministrator && living.Count == 0)
                || approvers.Any(approver => approver == person.Id || person.Groups.Contains(approver)));
    }
}
