namespace Regent.Core.Policies;

/// <summary>Whose acts a rule of a policy is about.</summary>
public enum PolicyRuleCaller
{
    /// <summary>An administrator who assigns.</summary>
    Admin,

    /// <summary>The person who activates.</summary>
    EndUser,
}
