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

    public NotificationSettings Notifications { get; init; } = new();

    /// <summary>Who changed it last; null for the default.</summary>
    public PrincipalId? ModifiedBy { get; init; }

    /// <summary>When it was changed last; null for the default.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The settings a role has before anybody changes them: only directory roles may be given for ever (specification, section 2.2).</summary>
    /// <param name="role">The role.</param>
    /// <param name="scope">Where it is held; the settings are those of its <see cref="Scope.PolicyScope"/>.</param>
    public static RolePolicy Default(RoleDefinitionId role, Scope scope)
    {
        var permanent = scope.System == RoleSystem.Directory;
        return new RolePolicy(role, scope.PolicyScope, Version: 0)
        {
            Eligibility = AssignmentSettings.DefaultForEligibility with { AllowsPermanent = permanent },
            Assignment = AssignmentSettings.DefaultForActive with { AllowsPermanent = permanent },
        };
    }

    /// <summary>What is wrong with these settings; empty when they can be saved. Outside the directory somebody must be named to approve.</summary>
    public IReadOnlyList<Refusal> Check() =>
    [
        .. Activation.Check(), .. Eligibility.Check(), .. Assignment.Check(), .. Notifications.Check(),
        .. CheckApprovers(),
    ];

    internal IReadOnlyList<Refusal> CheckApprovers() =>
        Activation is { RequiresApproval: true, Approvers.Count: 0 } && Scope.System != RoleSystem.Directory
            ?
            [
                new Refusal(RefusalCode.InvalidPolicy, "Name at least one approver, a person or a group.")
                {
                    Target = ActivationSettings.ApproversMember,
                },
            ]
            : [];

    /// <summary>What is demanded of an administrator who gives this kind of schedule.</summary>
    public AssignmentSettings For(ScheduleKind kind) => kind switch
    {
        ScheduleKind.Eligibility => Eligibility,
        ScheduleKind.Assignment => Assignment,
    };
}
