namespace Regent.Core;

/// <summary>Why something was refused. The names are part of the contract and never change (specification, section 4).</summary>
public enum RefusalCode
{
    /// <summary>No eligibility for this role at this scope is in force.</summary>
    EligibilityRule,

    /// <summary>A justification is demanded and missing.</summary>
    JustificationRule,

    /// <summary>Ticket number and system are demanded and at least one is missing.</summary>
    TicketingRule,

    /// <summary>A fresh second factor is demanded and this session has none.</summary>
    MfaRule,

    /// <summary>The duration is missing, too short, too long, or never ends where it must.</summary>
    ExpirationRule,

    /// <summary>The same assignment is already there, or an activation is running or planned.</summary>
    RoleAssignmentExists,

    /// <summary>There is nothing to remove or to deactivate.</summary>
    RoleAssignmentDoesNotExist,

    /// <summary>Another request for the same role and scope is still open.</summary>
    PendingRoleAssignmentRequest,

    /// <summary>An assignment cannot end in its first five minutes.</summary>
    ActiveDurationTooShort,

    /// <summary>The principal is unknown, disabled, or cannot hold this.</summary>
    SubjectNotFound,

    /// <summary>The role is unknown.</summary>
    RoleDefinitionDoesNotExist,

    /// <summary>The scope is unknown or does not fit the role.</summary>
    InvalidScope,

    /// <summary>The role cannot be held at a scope of this kind, or not at this one.</summary>
    ScopeDoesNotMatchRoleDefinition,

    /// <summary>The directory role cannot be limited to an administrative unit.</summary>
    RequestBadRequest,

    /// <summary>The request is malformed or the action is not allowed here.</summary>
    InvalidRoleAssignmentRequest,

    /// <summary>Start and end make no sense together.</summary>
    InvalidRoleAssignmentRequestSchedule,

    /// <summary>Another request has the name that was chosen for this one.</summary>
    RoleAssignmentRequestExists,

    /// <summary>The request is unknown.</summary>
    RoleAssignmentRequestNotFound,

    /// <summary>The request has reached a state in which it cannot be cancelled.</summary>
    RequestCannotBeCancelled,

    /// <summary>The request was decided by somebody else before, or its time is over.</summary>
    RequestAlreadyDecided,

    /// <summary>Nobody decides on their own request.</summary>
    SelfApprovalNotAllowed,

    /// <summary>The session lacks the authentication context that the role demands.</summary>
    RoleAssignmentRequestAcrsValidationFailed,

    /// <summary>Settings that demand a second factor and an authentication context at once.</summary>
    MfaAndAcrsConflict,

    /// <summary>The settings are out of range or would leave nobody to approve.</summary>
    InvalidPolicy,

    /// <summary>The policy is unknown.</summary>
    InputPolicyNotFound,

    /// <summary>The settings were changed by somebody else since they were read.</summary>
    PolicyChangedMeanwhile,

    /// <summary>An alert cannot be set to such a number.</summary>
    InvalidAlertConfiguration,

    /// <summary>There is no such alert, or it has found no such thing.</summary>
    AlertNotFound,

    /// <summary>What the alert finds cannot be mended from the alert.</summary>
    AlertNotRemediatable,

    /// <summary>The role definition is incomplete, cannot be read, or is one of those that come with the product.</summary>
    InvalidRoleDefinition,

    /// <summary>Another role of the same system has this name.</summary>
    RoleDefinitionWithSameNameExists,

    /// <summary>Somebody has the role, or had it, and the record needs it.</summary>
    RoleDefinitionHasAssignments,

    /// <summary>The last holder of an administrator role is protected.</summary>
    CannotDeleteLastAdminAssignment,

    /// <summary>There is nobody in the directory by this id.</summary>
    PrincipalNotFound,

    /// <summary>The principal is in the group already.</summary>
    MembershipExists,

    /// <summary>The principal is not in the group.</summary>
    MembershipDoesNotExist,

    /// <summary>The principal cannot be in the group, or is in it by something that is to be changed instead.</summary>
    MembershipNotAllowed,

    /// <summary>The registration of a program is incomplete, or its parts do not go together.</summary>
    InvalidAppRegistration,

    /// <summary>The registered program is unknown.</summary>
    AppRegistrationNotFound,

    /// <summary>The target or one of its mappings is set in a way that cannot work.</summary>
    InvalidTarget,

    /// <summary>The target is unknown.</summary>
    TargetNotFound,

    /// <summary>The target was changed by somebody else since it was read.</summary>
    TargetChangedMeanwhile,

    /// <summary>What somebody wants a credential for is not theirs now, or the target hands out none.</summary>
    CredentialNotAvailable,

    /// <summary>The caller has no right to do this.</summary>
    AuthorizationRequestDenied,
}
