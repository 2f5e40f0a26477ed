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
    public const string ActivationShortened = "Update member in role (PIM activation shortened)";
    public const string ExtensionRequested = "Extend member in role requested (PIM activation)";
    public const string ExtensionCompleted = "Extend member in role completed (PIM activation)";
    public const string ExtensionCanceled = "Extend member in role canceled (PIM activation)";
    public const string ApprovedByAdministrator = "Update member in PIM approved by admin (extend/renew)";
    public const string DeniedByAdministrator = "Update member in PIM denied by admin (extend/renew)";
    public const string DeactivationRequested = "Remove member from role requested (PIM deactivate)";
    public const string DeactivationCompleted = "Remove member from role completed (PIM deactivate)";
    public const string RoleSettingUpdated = "Update role setting in PIM";
    public const string RequestCanceled = "Cancel request";
    public const string AlertTriggered = "Triggered PIM alert";
    public const string AlertRefreshed = "Refresh PIM alert";
    public const string AlertResolved = "Resolve PIM alert";
    public const string AlertEnabled = "Enable PIM alert";
    public const string AlertDisabled = "Disable PIM alert";
    public const string AlertDismissed = "Deactivate PIM alert";
    public const string AlertSettingUpdated = "Update PIM alert setting";

    public const string RoleAdded = "Add role definition";
    public const string RoleUpdated = "Update role definition";
    public const string RoleRemoved = "Delete role definition";
    public const string ScopeAdded = "Add scope";
    public const string ScopeUpdated = "Update scope";
    public const string ScopeRemoved = "Remove scope";
    public const string PrincipalAdded = "Add principal";
    public const string PrincipalUpdated = "Update principal";
    public const string MemberAdded = "Add member to group";
    public const string MemberRemoved = "Remove member from group";
    public const string SignedIn = "Sign in";
    public const string SignedOut = "Sign out";
    public const string SignInFailed = "Sign in failed";
    public const string AccountLockedOut = "Lock out account";
    public const string SecondFactorChanged = "Change second factor";
    public const string PasswordChanged = "Change password";
    public const string PasswordLinkRequested = "Request password link";
    public const string PasswordLinkIssued = "Issue password link";
    public const string UserInvited = "Invite user";
    public const string TokenIssued = "Issue access token";
    public const string FirstAdministratorCreated = "Create first administrator";
    public const string AppAdded = "Add application";
    public const string AppUpdated = "Update application";
    public const string AppSecretsUpdated = "Update application - Certificates and secrets management";
    public const string AppRemoved = "Delete application";
    public const string AppConsented = "Consent to application";

    public const string TargetAdded = "Add target";
    public const string TargetUpdated = "Update target";
    public const string TargetRemoved = "Remove target";
    public const string TargetChecked = "Check target";
    public const string TargetStarted = "Start target";
    public const string TargetPaused = "Pause target";
    public const string MappingAdded = "Add mapping";
    public const string MappingUpdated = "Update mapping";
    public const string MappingRemoved = "Remove mapping";
    public const string DriftAdopted = "Adopt access found in target";
    public const string DriftRemoved = "Remove access found in target";
    public const string DriftIgnored = "Ignore access found in target";
    public const string CredentialIssued = "Issue credential for target";
    public const string DirectorySynchronised = "Synchronise directory";
    public const string SynchronisationStopped = "Stop synchronising directory";

    public const string Requested = "requested";
    public const string Completed = "completed";
    public const string Canceled = "canceled";
    public const string Extended = "extend";
    public const string Updated = "update";

    /// <summary>Every name, for filters.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ActivationRequested, ApprovalRequested, ActivationApproved, ActivationDenied, ActivationRequestExpired, ActivationCompleted,
        ActivationCanceled, ActivationExpired, ActivationShortened, ExtensionRequested, ExtensionCompleted, ExtensionCanceled,
        DeactivationRequested, DeactivationCompleted, ApprovedByAdministrator, DeniedByAdministrator,
        .. from eligible in new[] { true, false }
           from permanent in new[] { true, false }
           from name in new[]
           {
               AssignmentRequested(eligible, permanent), AssignmentCompleted(eligible, permanent),
               AssignmentCanceled(eligible, permanent), RemovalRequested(eligible, permanent), RemovalCompleted(eligible, permanent),
           }
           select name,
        .. from eligible in new[] { true, false }
           from step in new[] { Requested, Completed, Canceled }
           from name in new[] { Change(eligible, step, Extended), Change(eligible, step, Updated), Renewal(eligible, step) }
           select name,
        AlertTriggered, AlertRefreshed, AlertResolved, AlertEnabled, AlertDisabled, AlertDismissed, AlertSettingUpdated,
        RequestCanceled, RoleSettingUpdated, RoleAdded, RoleUpdated, RoleRemoved, ScopeAdded, ScopeUpdated, ScopeRemoved, PrincipalAdded,
        PrincipalUpdated, MemberAdded, MemberRemoved, SignedIn, SignedOut, SignInFailed, AccountLockedOut, SecondFactorChanged, PasswordChanged, PasswordLinkRequested,
        PasswordLinkIssued, UserInvited, TokenIssued, FirstAdministratorCreated,
        AppAdded, AppUpdated, AppSecretsUpdated, AppRemoved, AppConsented,
        TargetAdded, TargetUpdated, TargetRemoved, TargetChecked, TargetStarted, TargetPaused, MappingAdded, MappingUpdated, MappingRemoved,
        DriftAdopted, DriftRemoved, DriftIgnored, CredentialIssued, DirectorySynchronised, SynchronisationStopped,
    ];

    public static string AssignmentRequested(bool eligible, bool permanent) => $"{Add(eligible)} requested {Type(permanent)}";

    public static string AssignmentCompleted(bool eligible, bool permanent) => $"{Add(eligible)} completed {Type(permanent)}";

    public static string AssignmentCanceled(bool eligible, bool permanent) => $"{Add(eligible)} canceled {Type(permanent)}";

    public static string RemovalRequested(bool eligible, bool permanent) => $"{Remove(eligible)} requested {Type(permanent)}";

    public static string RemovalCompleted(bool eligible, bool permanent) => $"{Remove(eligible)} completed {Type(permanent)}";

    /// <summary>What was given is extended or otherwise changed.</summary>
    /// <param name="eligible">Whether it is an eligibility.</param>
    /// <param name="step"><see cref="Requested"/>, <see cref="Completed"/> or <see cref="Canceled"/>.</param>
    /// <param name="how"><see cref="Extended"/> or <see cref="Updated"/>.</param>
    public static string Change(bool eligible, string step, string how) => $"Update {(eligible ? "eligible member" : "member")} in PIM {step} ({how})";

    /// <summary>What had ended is given again.</summary>
    public static string Renewal(bool eligible, string step) => $"{Add(eligible)} {step} (renew)";

    private static string Add(bool eligible) => eligible ? "Add eligible member to role in PIM" : "Add member to role in PIM";

    private static string Remove(bool eligible) => eligible ? "Remove eligible member from role in PIM" : "Remove member from role in PIM";

    private static string Type(bool permanent) => permanent ? "(permanent)" : "(timebound)";
}
