using Regent.Core.Audit;
using Regent.Operations.Ports;

namespace Regent.Portal.Pages.Audit;

/// <summary>An entry of the record as a sentence.</summary>
internal static class AuditSentence
{
    private static readonly Dictionary<string, Func<Names, string>> Sentences =
        new([.. Activations(), .. Assignments(), .. Directory(), .. Alerts(), .. Accounts()]);

    public static string Of(AuditListing listing)
    {
        var names = new Names(listing);
        return Sentences.TryGetValue(listing.Entry.Activity, out var sentence) ? sentence(names) : Plain(listing, names);
    }

    private static IEnumerable<KeyValuePair<string, Func<Names, string>>> Activations() =>
    [
        new(AuditActivities.ActivationRequested, of => $"{of.Actor} asked to activate {of.Role}"),
        new(AuditActivities.ApprovalRequested, of => $"{of.Subject}'s request for {of.Role} was put to the approvers"),
        new(AuditActivities.ActivationApproved, of => $"{of.Actor} approved {of.Subject}'s request for {of.Role}"),
        new(AuditActivities.ActivationDenied, of => $"{of.Actor} denied {of.Subject}'s request for {of.Role}"),
        new(AuditActivities.ActivationRequestExpired, of => $"Nobody answered {of.Subject}'s request for {of.Role}"),
        new(AuditActivities.ActivationCompleted, of => $"{of.Role} {(of.Failed ? "could not become" : "became")} active for {of.Subject}"),
        new(AuditActivities.ActivationCanceled, of => $"{of.Actor} cancelled {of.Owner} request for {of.Role}"),
        new(AuditActivities.ActivationExpired, of => $"{of.Subject}'s {of.Role} ended as planned"),
        new(AuditActivities.DeactivationRequested, of => $"{of.Actor} asked to end {of.Owner} {of.Role}"),
        new(AuditActivities.DeactivationCompleted, of => $"{of.Actor} ended {of.Owner} {of.Role}"),
        new(AuditActivities.RequestCanceled, of => $"{of.Actor} cancelled {of.Owner} request for {of.Role}"),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Names, string>>> Assignments() =>
    [
        .. Assignments(eligible: true, permanent: true), .. Assignments(eligible: true, permanent: false),
        .. Assignments(eligible: false, permanent: true), .. Assignments(eligible: false, permanent: false),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Names, string>>> Assignments(bool eligible, bool permanent)
    {
        var lasting = permanent ? ", permanently" : "";
        string Holding(Names of) => eligible ? $"{of.Subject}'s eligibility for {of.Role}" : $"{of.Subject}'s {of.Role}";
        return
        [
            new(
                AuditActivities.AssignmentRequested(eligible, permanent),
                of => $"{of.Actor} asked to {(eligible ? $"make {of.Subject} eligible for {of.Role}" : $"assign {of.Role} to {of.Subject}")}{lasting}"),
            new(
                AuditActivities.AssignmentCompleted(eligible, permanent),
                of => $"{(eligible ? $"{of.Subject} became eligible for {of.Role}" : $"{of.Role} was assigned to {of.Subject}")}{of.By}{lasting}"),
            new(AuditActivities.AssignmentCanceled(eligible, permanent), of => $"{of.Actor} withdrew {Holding(of)} before it began"),
            new(AuditActivities.RemovalRequested(eligible, permanent), of => $"{of.Actor} asked to remove {Holding(of)}"),
            new(
                AuditActivities.RemovalCompleted(eligible, permanent),
                of => of.By.Length > 0 ? $"{Holding(of)} was removed{of.By}" : $"{Holding(of)} ended"),
        ];
    }

    private static IEnumerable<KeyValuePair<string, Func<Names, string>>> Directory() =>
    [
        new(AuditActivities.RoleSettingUpdated, of => $"{of.Actor} changed the settings of {of.Role}"),
        new(AuditActivities.RoleAdded, of => $"{of.Actor} made the role {of.What}"),
        new(AuditActivities.RoleUpdated, of => $"{of.Actor} changed the role {of.What}"),
        new(AuditActivities.RoleRemoved, of => $"{of.Actor} removed the role {of.What}"),
        new(AuditActivities.ScopeAdded, of => $"{of.What} was added to the scope tree{of.By}"),
        new(AuditActivities.ScopeUpdated, of => $"{of.What} was changed in the scope tree{of.By}"),
        new(AuditActivities.ScopeRemoved, of => $"{of.What} was removed from the scope tree{of.By}"),
        new(AuditActivities.PrincipalAdded, of => $"{of.Subject} was added to the directory{of.By}"),
        new(AuditActivities.PrincipalUpdated, of => $"{of.Subject} was changed in the directory{of.By}"),
        new(AuditActivities.MemberAdded, of => $"{of.Subject} was added to a group{of.By}"),
        new(AuditActivities.MemberRemoved, of => $"{of.Subject} was removed from a group{of.By}"),
        new(AuditActivities.FirstAdministratorCreated, of => $"{of.Subject} became the first administrator"),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Names, string>>> Alerts() =>
    [
        new(AuditActivities.AlertTriggered, of => $"The alert “{of.Alert}” was raised"),
        new(AuditActivities.AlertRefreshed, of => $"{of.Actor} had the alert “{of.Alert}” scanned"),
        new(
            AuditActivities.AlertResolved,
            of => of.By.Length > 0 ? $"{of.Actor} mended what the alert “{of.Alert}” had found" : $"The alert “{of.Alert}” finds nothing any more"),
        new(AuditActivities.AlertEnabled, of => $"{of.Actor} switched the alert “{of.Alert}” on"),
        new(AuditActivities.AlertDisabled, of => $"{of.Actor} switched the alert “{of.Alert}” off"),
        new(AuditActivities.AlertDismissed, of => $"{of.Actor} dismissed the alert “{of.Alert}”"),
        new(AuditActivities.AlertSettingUpdated, of => $"{of.Actor} changed the settings of the alert “{of.Alert}”"),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Names, string>>> Accounts() =>
    [
        new(AuditActivities.SignedIn, of => $"{of.Actor} signed in"),
        new(AuditActivities.SignInFailed, of => of.HasSubject ? $"Signing in as {of.Subject} failed" : "Signing in under an unknown name failed"),
        new(AuditActivities.AccountLockedOut, of => $"{of.Subject}'s account was locked for a while"),
        new(AuditActivities.SecondFactorChanged, of => $"{of.Actor} changed a second factor"),
        new(AuditActivities.PasswordChanged, of => $"{of.Actor} changed their password"),
        new(AuditActivities.TokenIssued, of => $"An access token was issued for {of.Subject}"),
    ];

    private static string Plain(AuditListing listing, Names names) => listing switch
    {
        { Role: not null } => $"{names.Actor}: {listing.Entry.Activity}, {names.Subject}, {names.Role}",
        { Subject: not null } when listing.Subject.Id != listing.Actor?.Id => $"{names.Actor}: {listing.Entry.Activity}, {names.Subject}",
        _ => $"{names.Actor}: {listing.Entry.Activity}",
    };

    /// <summary>Who and what a sentence speaks of.</summary>
    private sealed class Names(AuditListing listing)
    {
        public string Actor => listing.Actor?.DisplayName ?? "Regent";

        public bool HasSubject => listing.Subject is not null;

        public string Subject => listing.Subject?.DisplayName ?? "somebody";

        public string Role => listing.Role?.DisplayName ?? "a role";

        /// <summary>What the entry itself names, which may be gone by now.</summary>
        public string What => listing.Entry.Reason ?? "something";

        public string Alert => listing.Entry.Details.GetValueOrDefault("AlertName", "unknown");

        public bool Failed => listing.Entry.Result == AuditResult.Failure;

        /// <summary>Whose it is: "their", or "Alan Turing's" where somebody else acts.</summary>
        public string Owner => listing.Subject is { } subject && subject.Id == listing.Actor?.Id ? "their" : $"{Subject}'s";

        /// <summary>By whom, with its space; empty where Regent itself did it.</summary>
        public string By => listing.Actor is { } actor ? $" by {actor.DisplayName}" : "";
    }
}
