namespace Regent.Core.Policies;

/// <summary>What a rule of a policy is about (specification, section 2.3).</summary>
public enum PolicyRuleKind
{
    /// <summary>Until when at the latest.</summary>
    Expiration,

    /// <summary>What must be given: a second factor, a justification, a ticket.</summary>
    Enablement,

    /// <summary>Whether somebody must agree, and who.</summary>
    Approval,

    /// <summary>Which authentication context the session must meet.</summary>
    AuthenticationContext,

    /// <summary>Who is written to.</summary>
    Notification,
}
