namespace Regent.Core.Policies;

/// <summary>Who is written to by a notification rule of a policy.</summary>
public enum PolicyRuleRecipient
{
    /// <summary>Administrators.</summary>
    Admin,

    /// <summary>The person it happened to.</summary>
    Requestor,

    /// <summary>Those who decide.</summary>
    Approver,
}
