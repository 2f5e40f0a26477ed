using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Core.Targets;

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

    /// <summary>Something that was found in a target and that Regent did not put there.</summary>
    public sealed record OfDrift(Drift Drift) : AlertIncident(Drift.Id, Drift.FoundAt);

    /// <summary>A target that does not answer.</summary>
    /// <param name="Health">How it answers.</param>
    /// <param name="Since">Since when it does not.</param>
    public sealed record OfTarget(TargetHealth Health, DateTimeOffset Since) : AlertIncident(Health.Target.Value, Since);

    /// <summary>Something in a target that should be gone from it.</summary>
    /// <param name="Entry">The line of its ledger.</param>
    /// <param name="Owner">Whose account it is; null when they are gone.</param>
    public sealed record OfEntry(LedgerEntry Entry, PrincipalId? Owner) : AlertIncident(Entry.Id.Value, Entry.Since);

    /// <summary>In which target; null where it is about none.</summary>
    public TargetId? Target => this switch
    {
        OfDrift found => found.Drift.Target,
        OfTarget silent => silent.Health.Target,
        OfEntry late => late.Entry.Target,
        _ => null,
    };

    /// <summary>Who it is about; null where it is about a role or a target.</summary>
    public PrincipalId? Assignee => this switch
    {
        OfAssignment held => held.Schedule.Principal,
        OfActivations many => many.First.Principal,
        OfEntry late => late.Owner,
        _ => null,
    };
}
