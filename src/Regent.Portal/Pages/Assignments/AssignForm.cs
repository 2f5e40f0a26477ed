using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Roles;

namespace Regent.Portal.Pages.Assignments;

/// <summary>What an administrator fills in to give somebody a role.</summary>
public sealed class AssignForm(RoleSystem system, ScheduleKind kind)
{
    /// <summary>Roles and places of which role system.</summary>
    public RoleSystem System { get; } = system;

    public ScheduleKind Kind { get; set; } = kind;

    /// <summary>To whom; at most one.</summary>
    public IReadOnlyList<Principal> Members { get; set; } = [];

    /// <summary>Which role; at most one.</summary>
    public IReadOnlyList<RoleDefinition> Roles { get; set; } = system == RoleSystem.Groups ? [GroupRoles.BuiltIn[0]] : [];

    /// <summary>Where; at most one.</summary>
    public IReadOnlyList<NamedPlace> Places { get; set; } =
        system == RoleSystem.Directory ? [new NamedPlace(Scope.Tenant, Name: null)] : [];

    /// <summary>From when to when, and why.</summary>
    public Terms Terms { get; } = new() { IsPermanent = kind == ScheduleKind.Eligibility };

    public IReadOnlyList<string> MemberErrors => Members.Count == 0 ? ["Choose a person or a group."] : [];

    public IReadOnlyList<string> RoleErrors => Roles.Count == 0 ? ["Choose a role."] : [];

    public IReadOnlyList<string> PlaceErrors => (Places.Count, System) switch
    {
        ( > 0, _) => [],
        (_, RoleSystem.Groups) => ["Choose a group."],
        _ => ["Choose where the role holds."],
    };

    /// <summary>Whether nothing is missing, as far as can be told before asking.</summary>
    public bool IsComplete => MemberErrors.Count + RoleErrors.Count + PlaceErrors.Count == 0 && Terms.IsComplete;

    /// <summary>Proposes a start and an end that make sense for the kind, within what the settings allow.</summary>
    public void Propose(AssignmentSettings settings, DateTimeOffset now, TimeZoneInfo zone)
    {
        var next = Terms.HourAfter(now);
        Terms.Start = Terms.Start == Parts.Moment.None ? Parts.Moment.Of(next, zone) : Terms.Start;
        Terms.ProposeEnd(Kind == ScheduleKind.Eligibility ? next.AddYears(1) : next.AddDays(1), settings, now, zone);
    }

    /// <summary>The ask, once it is complete.</summary>
    public AssignmentAsk Ask(TimeZoneInfo zone) => new(Kind, Members[0].Id, Roles[0].Id, Places[0].Scope)
    {
        Start = Terms.StartsLater ? Terms.Start.In(zone) : null,
        Expiration = Terms.ExpirationIn(zone),
        Justification = Terms.Justification,
        Ticket = Terms.Ticket,
    };
}
