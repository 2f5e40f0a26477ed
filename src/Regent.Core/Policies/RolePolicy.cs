using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Core.Policies;

/// <summary>The settings of one role at one scope. They are never inherited by another scope.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where these settings hold.</param>
/// <param name="Version">Counts the changes; 0 is the default nobody has touched.</param>
public sealed record RolePolicy(RoleDefinitionId Role, Scope Scope, int Version)
{
    public ActivationSettings Activation { get; init; } = new();

    public AssignmentSettings Eligibility { get; init; } = AssignmentSettings.DefaultForEligibility;

    public AssignmentSettings Assignment { get; init; } = AssignmentSettings.DefaultForActive;

    /// <summary>Who changed it last; null for the default.</summary>
    public PrincipalId? ModifiedBy { get; init; }

    /// <summary>When it was changed last; null for the default.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The settings a role has before anybody changes them.</summary>
    public static RolePolicy Default(RoleDefinitionId role, Scope scope) => new(role, scope, Version: 0);

    /// <summary>What is demanded of an administrator who gives this kind of schedule.</summary>
    public AssignmentSettings For(ScheduleKind kind) => kind switch
    {
        ScheduleKind.Eligibility => Eligibility,
        ScheduleKind.Assignment => Assignment,
    };
}
