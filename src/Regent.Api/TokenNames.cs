namespace Regent.Api;

/// <summary>What the API reads in tokens, and what whoever issues them must write.</summary>
public static class TokenNames
{
    /// <summary>The audience of tokens for Graph.</summary>
    public const string GraphAudience = "https://graph.microsoft.com";

    /// <summary>The audience of tokens for Azure Resource Manager.</summary>
    public const string ArmAudience = "https://management.azure.com";

    /// <summary>The claim with the permissions of a token that acts for a person, in one text with blanks between.</summary>
    public const string Scopes = "scp";

    /// <summary>The claim with the permissions of a token that acts for itself, once for each.</summary>
    public const string Roles = "roles";

    /// <summary>What stands for all permissions; no program is ever given it.</summary>
    public const string Everything = "*";

    /// <summary>The one delegated permission of Azure Resource Manager.</summary>
    public const string UserImpersonation = "user_impersonation";
}
