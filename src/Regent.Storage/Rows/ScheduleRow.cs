using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Storage.Rows;

internal sealed class ScheduleRow
{
    /// <summary>Stands for no end, so that "in force" is one comparison in an index.</summary>
    public static readonly DateTimeOffset Forever = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Guid Id { get; init; }
    public ScheduleKind Kind { get; init; }
    public AssignmentType Type { get; init; }
    public Guid PrincipalId { get; init; }
    public Guid RoleId { get; init; }
    public required string Scope { get; init; }
    public RoleSystem System { get; init; }
    public DateTimeOffset Start { get; set; }
    public DateTimeOffset? PlannedEnd { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The end that counts.</summary>
    public DateTimeOffset EffectiveEnd { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public Guid? ActivatedUsing { get; set; }

    /// <summary>The principal's and the role's names folded, so that lists sort by an index.</summary>
    public required string PrincipalSort { get; set; }
    public required string RoleSort { get; set; }

    public static ScheduleRow Of(Schedule schedule, string principalSort, string roleSort) => new()
    {
        Id = schedule.Id.Value,
        Kind = schedule.Kind,
        Type = schedule.Type,
        PrincipalId = schedule.Principal.Value,
        RoleId = schedule.Role.Value,
        Scope = schedule.Scope.Value,
        System = schedule.Scope.System,
        Start = schedule.Period.Start,
        PlannedEnd = schedule.Period.End,
        EndedAt = schedule.EndedAt,
        EffectiveEnd = schedule.Effective.End ?? Forever,
        CreatedAt = schedule.CreatedAt,
        ActivatedUsing = schedule.ActivatedUsing?.Value,
        PrincipalSort = principalSort,
        RoleSort = roleSort,
    };

    /// <summary>Takes over the parts of a schedule that change.</summary>
    public void Take(Schedule schedule)
    {
        Start = schedule.Period.Start;
        PlannedEnd = schedule.Period.End;
        EndedAt = schedule.EndedAt;
        ActivatedUsing = schedule.ActivatedUsing?.Value;
        EffectiveEnd = schedule.Effective.End ?? Forever;
    }

    public Schedule ToCore() => new(
        new ScheduleId(Id), Kind, Type, new PrincipalId(PrincipalId), new RoleDefinitionId(RoleId), ScopeText.Read(Scope),
        new Period(Start, PlannedEnd), CreatedAt)
    {
        EndedAt = EndedAt,
        ActivatedUsing = ActivatedUsing is { } behind ? new ScheduleId(behind) : null,
    };
}
