namespace Regent.Core.Alerts;

/// <summary>What an alert is about (specification, section 7.1). Stored, and sent, by these names.</summary>
public enum AlertKind
{
    /// <summary>Somebody holds a role that no request gave.</summary>
    RolesAssignedOutsidePim,

    /// <summary>Somebody has a role and has not signed in for long.</summary>
    StaleSignIn,

    /// <summary>Somebody is eligible for a role and has not activated it for long.</summary>
    RedundantAssignment,

    /// <summary>A role can be activated without proof of who is asking.</summary>
    NoMfaOnRoleActivation,

    /// <summary>Too many people can do everything.</summary>
    TooManyGlobalAdminsAssignedToTenant,

    /// <summary>Somebody activates a role again and again without a pause.</summary>
    SequentialActivationRenewals,

    /// <summary>A licence is missing; never so, since there are none.</summary>
    InvalidLicense,

    /// <summary>Somebody has something in a target that Regent did not give.</summary>
    AccessOutsideRegent,

    /// <summary>A target does not answer.</summary>
    TargetNotAnswering,

    /// <summary>Something is still in a target after its end.</summary>
    RevocationOverdue,
}
