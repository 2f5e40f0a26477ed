using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Assignments;

/// <summary>What an administrator fills in to give somebody a role.</summary>
public sealed class AssignForm(ScheduleKind kind)
{
    public ScheduleKind Kind { get; set; } = kind;

    /// <summary>To whom; at most one.</summary>
    public IReadOnlyList<Principal> Members { get; set; } = [];

    /// <summary>Which role; at most one.</summary>
    public IReadOnlyList<RoleDefinition> Roles { get; set; } = [];

    /// <summary>Whether it never ends.</summary>
    public bool IsPermanent { get; set; } = kind == ScheduleKind.Eligibility;

    /// <summary>Whether it begins at a moment of one's choice.</summary>
    public bool StartsLater { get; set; }

    public Moment Start { get; set; } = Moment.None;

    public Moment End { get; set; } = Moment.None;

    public string Reason { get; set; } = "";

    public IReadOnlyList<string> MemberErrors => Members.Count == 0 ? ["Choose a person or a group."] : [];

    public IReadOnlyList<string> RoleErrors => Roles.Count == 0 ? ["Choose a role."] : [];

    public IReadOnlyList<string> StartErrors => StartsLater ? Start.Errors : [];

    public IReadOnlyList<string> EndErrors => IsPermanent ? [] : End.Errors;

    /// <summary>Whether nothing is missing, as far as can be told before asking.</summary>
    public bool IsComplete => MemberErrors.Count + RoleErrors.Count + StartErrors.Count + EndErrors.Count == 0;

    /// <summary>Proposes a start and an end that make sense for the kind.</summary>
    public void Propose(DateTimeOffset now, TimeZoneInfo zone)
    {
        var next = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), now.Offset).AddHours(1);
        Start = Start == Moment.None ? Moment.Of(next, zone) : Start;
        End = Moment.Of(Kind == ScheduleKind.Eligibility ? next.AddYears(1) : next.AddDays(1), zone);
    }

    /// <summary>The ask, once it is complete.</summary>
    public AssignmentAsk Ask(TimeZoneInfo zone) => new(Kind, Members[0].Id, Roles[0].Id, Scope.Tenant)
    {
        Start = StartsLater ? Start.In(zone) : null,
        Expiration = IsPermanent ? new Expiration.Never() : new Expiration.AfterDateTime(End.In(zone)!.Value),
        Justification = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(),
    };
}
