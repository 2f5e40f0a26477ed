namespace Regent.Core.Audit;

/// <summary>The names of audited acts: the reference's where it has one (specification, section 8.2), then our own.</summary>
public static class AuditActivities
{
    public const string ActivationRequested = "Add member to role requested (PIM activation)";
    public const string ActivationCompleted = "Add member to role completed (PIM activation)";
    public const string ActivationCanceled = "Add member to role canceled (PIM activation)";
    public const string ApprovalRequested = "Add member to role approval requested (PIM activation)";
    public const string ActivationApproved = "Add member to role request approved (PIM activation)";
    public const string ActivationDenied = "Add member to role request denied (PIM activation)";
    public const string ActivationRequestExpired = "PIM activation request expired";
    public const string ActivationExpired = "Remove member from role (PIM activation expired)";
    public const string DeactivationRequested = "Remove member from role requested (PIM deactivate)";
    public const string DeactivationCompleted = "Remove member from role completed (PIM deactivate)";
    public const string RoleSettingUpdated = "Update role setting in PIM";
    public const string RequestCanceled = "Cancel request";

    public const string PrincipalAdded = "Add principal";
    public const string PrincipalUpdated = "Update principal";
    public const string MemberAdded = "Add member to group";
    public const string MemberRemoved = "Remove member from group";
    public const string SignedIn = "Sign in";
    public const string SignInFailed = "Sign in failed";
    public const string AccountLockedOut = "Lock out account";
    public const string SecondFactorChanged = "Change second factor";
    public const string PasswordChanged = "Change password";
    public const string PasswordLinkRequested = "Request password link";
    public const string PasswordLinkIssued = "Issue password link";
    public const string UserInvited = "Invite user";
    public const string TokenIssued = "Issue access token";
    public const string FirstAdministratorCreated = "Create first administrator";

    /// <summary>Every name, for filters.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ActivationRequested, ApprovalRequested, ActivationApproved, ActivationDenied, ActivationRequestExpired, ActivationCompleted,
        ActivationCanceled, ActivationExpired, DeactivationRequested, DeactivationCompleted,
        .. from eligible in new[] { true, false }
           from permanent in new[] { true, false }
           from name in new[]
           {
               AssignmentRequested(eligible, permanent), AssignmentCompleted(eligible, permanent),
               AssignmentCanceled(eligible, permanent), RemovalRequested(eligible, permanent), RemovalCompleted(eligible, permanent),
           }
           select name,
        RequestCanceled, RoleSettingUpdated, PrincipalAdded, PrincipalUpdated, MemberAdded, MemberRemoved, SignedIn, SignInFailed,
        AccountLockedOut, SecondFactorChanged, PasswordChanged, PasswordLinkRequested, PasswordLinkIssued, UserInvited, TokenIssued,
        FirstAdministratorCreated,
    ];

    public static string AssignmentRequested(bool eligible, bool permanent) => $"{Add(eligible)} requested {Type(permanent)}";

    public static string AssignmentCompleted(bool eligible, bool permanent) => $"{Add(eligible)} completed {Type(permanent)}";

    public static string AssignmentCanceled(bool eligible, bool permanent) => $"{Add(eligible)} canceled {Type(permanent)}";

    public static string RemovalRequested(bool eligible, bool permanent) => $"{Remove(eligible)} requested {Type(permanent)}";

    public static string RemovalCompleted(bool eligible, bool permanent) => $"{Remove(eligible)} completed {Type(permanent)}";

    private static string Add(bool eligible) => eligible ? "Add eligible member to role in PIM" : "Add member to role in PIM";

    private static string Remove(bool eligible) => eligible ? "Remove eligible member from role in PIM" : "Remove member from role in PIM";

    private static string Type(bool permanent) => permanent ? "(permanent)" : "(timebound)";
}
