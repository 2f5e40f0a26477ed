using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>Which requests are wanted, and in which order.</summary>
public sealed record RequestQuery
{
    /// <summary>Only those for or by this principal.</summary>
    public PrincipalId? Involving { get; init; }

    /// <summary>Only those created by this principal.</summary>
    public PrincipalId? CreatedBy { get; init; }

    /// <summary>Only those for this principal.</summary>
    public PrincipalId? Principal { get; init; }

    /// <summary>Only those that wait for a decision this person may take.</summary>
    public ApproverIdentity? DecidableBy { get; init; }

    /// <summary>Only of this role system; null is all.</summary>
    public RoleSystem? System { get; init; }

    public RoleDefinitionId? Role { get; init; }

    public Scope? Scope { get; init; }

    /// <summary>Only for one of these principals; null is everybody.</summary>
    public IReadOnlyCollection<PrincipalId>? Principals { get; init; }

    /// <summary>Not at this scope.</summary>
    public Scope? NotAt { get; init; }

    /// <summary>Only at these places, as the scope tree stands now; null is all.</summary>
    public Reach? Within { get; init; }

    /// <summary>Only at this place, above it, and on wish in it; null is everywhere.</summary>
    public Around? Around { get; init; }

    /// <summary>Only those that wait, or waited, for an approver.</summary>
    public bool AskedApproval { get; init; }

    /// <summary>Only those that made, changed or ended this schedule, or ask to.</summary>
    public ScheduleId? About { get; init; }

    /// <summary>Only for a principal of this display name; letter case does not matter.</summary>
    public TextMatch? PrincipalName { get; init; }

    public ScheduleKind? Kind { get; init; }

    /// <summary>Only these actions; null is all.</summary>
    public IReadOnlyCollection<RequestAction>? Actions { get; init; }

    /// <summary>Only in these states; null is all.</summary>
    public IReadOnlyCollection<RequestStatus>? Statuses { get; init; }

    /// <summary>Only those made in this time.</summary>
    public MomentRange? Created { get; init; }

    /// <summary>Only those that reached their final state in this time.</summary>
    public MomentRange? Completed { get; init; }

    /// <summary>The oldest come first; else the newest.</summary>
    public bool OldestFirst { get; init; }
}
