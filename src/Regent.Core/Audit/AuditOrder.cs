using Regent.Core.Roles;

namespace Regent.Core.Audit;

/// <summary>Sorts acts by service and category: some by their name alone, all others by the role system of their scope.</summary>
public static class AuditOrder
{
    private static readonly Dictionary<string, AuditService> Services = new()
    {
        [AuditActivities.RoleAdded] = AuditService.CoreDirectory,
        [AuditActivities.RoleUpdated] = AuditService.CoreDirectory,
        [AuditActivities.RoleRemoved] = AuditService.CoreDirectory,
        [AuditActivities.ScopeAdded] = AuditService.CoreDirectory,
        [AuditActivities.ScopeUpdated] = AuditService.CoreDirectory,
        [AuditActivities.ScopeRemoved] = AuditService.CoreDirectory,
        [AuditActivities.PrincipalAdded] = AuditService.CoreDirectory,
        [AuditActivities.PrincipalUpdated] = AuditService.CoreDirectory,
        [AuditActivities.UserInvited] = AuditService.CoreDirectory,
        [AuditActivities.FirstAdministratorCreated] = AuditService.CoreDirectory,
        [AuditActivities.MemberAdded] = AuditService.CoreDirectory,
        [AuditActivities.MemberRemoved] = AuditService.CoreDirectory,
        [AuditActivities.AppAdded] = AuditService.CoreDirectory,
        [AuditActivities.AppUpdated] = AuditService.CoreDirectory,
        [AuditActivities.AppSecretsUpdated] = AuditService.CoreDirectory,
        [AuditActivities.AppRemoved] = AuditService.CoreDirectory,
        [AuditActivities.AppConsented] = AuditService.CoreDirectory,
        [AuditActivities.SignedIn] = AuditService.AuthenticationMethods,
        [AuditActivities.SignedOut] = AuditService.AuthenticationMethods,
        [AuditActivities.SignInFailed] = AuditService.AuthenticationMethods,
        [AuditActivities.AccountLockedOut] = AuditService.AuthenticationMethods,
        [AuditActivities.SecondFactorChanged] = AuditService.AuthenticationMethods,
        [AuditActivities.PasswordChanged] = AuditService.AuthenticationMethods,
        [AuditActivities.PasswordLinkRequested] = AuditService.AuthenticationMethods,
        [AuditActivities.PasswordLinkIssued] = AuditService.AuthenticationMethods,
        [AuditActivities.TokenIssued] = AuditService.AuthenticationMethods,
    };

    private static readonly HashSet<string> AboutUsers =
    [
        AuditActivities.PrincipalAdded, AuditActivities.PrincipalUpdated, AuditActivities.UserInvited, AuditActivities.FirstAdministratorCreated,
    ];

    private static readonly HashSet<string> AboutMembers = [AuditActivities.MemberAdded, AuditActivities.MemberRemoved];

    private static readonly HashSet<string> AboutApps =
    [
        AuditActivities.AppAdded, AuditActivities.AppUpdated, AuditActivities.AppSecretsUpdated, AuditActivities.AppRemoved,
        AuditActivities.AppConsented,
    ];

    /// <summary>The acts that belong to a category by their name alone, wherever they happened.</summary>
    public static IReadOnlyDictionary<string, AuditCategory> ByName { get; } = Services.Keys
        .Select(activity => (Activity: activity, Category: CategoryOf(activity))).Where(act => act.Category is not null)
        .ToDictionary(act => act.Activity, act => act.Category!.Value);

    /// <summary>The acts that a service other than PIM puts on record.</summary>
    public static IReadOnlyList<string> OutsidePim { get; } = [.. Services.Keys];

    public static AuditService ServiceOf(string activity) => Services.GetValueOrDefault(activity, AuditService.Pim);

    public static AuditCategory CategoryOf(AuditEntry entry) =>
        ByName.TryGetValue(entry.Activity, out var category) ? category : CategoryIn(entry.Scope?.System ?? RoleSystem.Directory);

    /// <summary>Where acts belong that are sorted by their scope.</summary>
    public static AuditCategory CategoryIn(RoleSystem system) => system switch
    {
        RoleSystem.Directory => AuditCategory.RoleManagement,
        RoleSystem.Resources => AuditCategory.ResourceManagement,
        RoleSystem.Groups => AuditCategory.GroupManagement,
    };

    private static AuditCategory? CategoryOf(string activity) => activity switch
    {
        _ when AboutUsers.Contains(activity) => AuditCategory.UserManagement,
        _ when AboutApps.Contains(activity) => AuditCategory.ApplicationManagement,
        _ when AboutMembers.Contains(activity) => AuditCategory.GroupManagement,
        _ when Services[activity] == AuditService.AuthenticationMethods => AuditCategory.Authentication,
        _ => null,
    };
}
