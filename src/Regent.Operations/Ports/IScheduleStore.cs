using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>Who is eligible for and who holds what, from when to when.</summary>
public interface IScheduleStore
{
    /// <summary>One schedule; null when unknown.</summary>
    Task<Schedule?> FindAsync(ScheduleId id, CancellationToken ct);

    /// <summary>All of these principals' open schedules of a kind, for one role or all, in no order.</summary>
    Task<IReadOnlyList<Schedule>> OpenOfAsync(
        IReadOnlyCollection<PrincipalId> principals, ScheduleKind kind, RoleDefinitionId? role, DateTimeOffset now, CancellationToken ct);

    /// <summary>Every assignment of these roles that is in force, whoever holds it.</summary>
    Task<IReadOnlyList<Schedule>> HoldersAsync(IReadOnlyCollection<RoleDefinitionId> roles, DateTimeOffset now, CancellationToken ct);

    /// <summary>Every eligibility and assignment of these roles at exactly one of these scopes that is in force, in no order.</summary>
    Task<IReadOnlyList<Schedule>> InForceAtAsync(
        IReadOnlyCollection<RoleDefinitionId> roles, IReadOnlyCollection<Scope> scopes, DateTimeOffset now, CancellationToken ct);

    /// <summary>The open activations that rest on this eligibility.</summary>
    Task<IReadOnlyList<Schedule>> ActivationsUsingAsync(ScheduleId eligibility, DateTimeOffset now, CancellationToken ct);

    /// <summary>Those of the schedules that are known, whatever their place in time, in no order.</summary>
    Task<IReadOnlyList<ScheduleListing>> FindListingsAsync(IReadOnlyCollection<ScheduleId> ids, CancellationToken ct);

    /// <summary>A stretch of the list the query describes.</summary>
    Task<Page<ScheduleListing>> ListAsync(ScheduleQuery query, PageAsk page, CancellationToken ct);

    /// <summary>How many the query finds.</summary>
    Task<int> CountAsync(ScheduleQuery query, CancellationToken ct);

    /// <summary>How many principals have each role at these scopes by what is in force; in no order, without those that nobody has.</summary>
    Task<IReadOnlyList<HolderCount>> CountHoldersAsync(IReadOnlyCollection<Scope> scopes, DateTimeOffset now, CancellationToken ct);

    /// <summary>The latest activation of this role by this principal that is over, by its end; null when there was none.</summary>
    Task<Schedule?> LastActivationAsync(PrincipalId principal, RoleDefinitionId role, DateTimeOffset now, CancellationToken ct);

    Task AddAsync(Schedule schedule, CancellationToken ct);

    /// <summary>Writes the schedule's period, when it was ended, and what it rests on; nothing else of a schedule ever changes.</summary>
    Task UpdateAsync(Schedule changed, CancellationToken ct);
}
