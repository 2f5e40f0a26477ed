namespace Regent.Core.Targets;

/// <summary>What is true of every target of a kind.</summary>
public static class TargetKinds
{
    /// <summary>Whether upper and lower case of accounts and entitlements make no difference there.</summary>
    public static bool IgnoresCase(this TargetKind kind) => kind is TargetKind.Ldap or TargetKind.Scim or TargetKind.Entra or TargetKind.Azure;

    /// <summary>How accounts and entitlements compare there.</summary>
    public static StringComparer Names(this TargetKind kind) => kind switch
    {
        TargetKind.Ldap => DirectoryNames.Comparer,
        _ => kind.IgnoresCase() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal,
    };
}
