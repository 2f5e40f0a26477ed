using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>The requests and what became of them. None is ever deleted.</summary>
public interface IRequestStore
{
    /// <summary>One request; null when unknown.</summary>
    Task<ScheduleRequest?> FindAsync(RequestId id, CancellationToken ct);

    /// <summary>One request with its names; null when unknown.</summary>
    Task<RequestListing?> FindListingAsync(RequestId id, CancellationToken ct);

    /// <summary>The request that made this schedule, which has its id; null when none did.</summary>
    Task<ScheduleRequest?> FindMakerAsync(ScheduleId schedule, CancellationToken ct);

    /// <summary>Those of the schedules that a request made.</summary>
    Task<IReadOnlySet<ScheduleId>> FindMadeAsync(IReadOnlyCollection<ScheduleId> schedules, CancellationToken ct);

    /// <summary>Whether a request of this kind for the same principal, role and scope waits, apart from one.</summary>
    Task<bool> HasPendingAsync(
        PrincipalId principal, RoleDefinitionId role, Scope scope, ScheduleKind kind, RequestId? apartFrom, CancellationToken ct);

    /// <summary>A stretch of the list the query describes.</summary>
    Task<Page<RequestListing>> ListAsync(RequestQuery query, PageAsk page, CancellationToken ct);

    /// <summary>How many the query finds.</summary>
    Task<int> CountAsync(RequestQuery query, CancellationToken ct);

    Task AddAsync(ScheduleRequest request, CancellationToken ct);

    /// <summary>Writes the request's state over the version it was based on; a version that is gone is a lost race.</summary>
    Task UpdateAsync(ScheduleRequest request, CancellationToken ct);
}
