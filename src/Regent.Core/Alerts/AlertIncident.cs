using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Core.Alerts;

/// <summary>One thing an alert has found.</summary>
/// <param name="Id">The id of what it is about, so that it stays the same from scan to scan.</param>
/// <param name="Since">Since when it is so.</param>
public abstract record AlertIncident(Guid Id, DateTimeOffset Since)
{
    /// <summary>Something somebody has and perhaps should not.</summary>
    /// <param name="Schedule">What they have.</param>
    /// <param name="LastUsed">When they last used it, or their account; null when they never did, or it is about something else.</param>
    /// <param name="Since">Since when it is so.</param>
    public sealed record OfAssignment(Schedule Schedule, DateTimeOffset? LastUsed, DateTimeOffset Since)
        : AlertIncident(Schedule.Id.Value, Since);

    /// <summary>A role whose settings demand too little.</summary>
    public sealed record OfRole(RoleDefinitionId Role, DateTimeOffset Since) : AlertIncident(Role.Value, Since);

    /// <summary>Activations of one role by one person with hardly a pause, the first giving the id.</summary>
    /// <param name="First">The first of them.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Last">The last of them.</param>
    public sealed record OfActivations(Schedule First, int Count, Schedule Last) : AlertIncident(First.Id.Value, Last.Period.Start);

    /// <summary>Who it is about; null where it is about a role.</summary>
    public PrincipalId? Assignee => this switch
    {
        OfAssignment held => held.Schedule.Principal,
        OfActivations many => many.First.Principal,
        _ => null,
    };
}
