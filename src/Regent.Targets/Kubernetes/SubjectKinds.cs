namespace Regent.Targets.Kubernetes;

/// <summary>The kinds of subjects that bindings know.</summary>
internal static class SubjectKinds
{
    public const string User = "User";
    public const string Group = "Group";
    public const string ServiceAccount = "ServiceAccount";
}
