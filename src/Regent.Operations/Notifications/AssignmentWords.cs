using System.Diagnostics;
using Regent.Core.Assignments;
using Regent.Core.Requests;

namespace Regent.Operations.Notifications;

/// <summary>What mails about what administrators give, change, take and extend say.</summary>
internal static class AssignmentWords
{
    public static MailWords Of(MailFacts facts) => facts.Kind switch
    {
        NoticeKind.Assigned when facts.Recipient is not null => Mine(
            facts, $"You were {How(facts)} the {facts.Role} role", $"{By(facts)} {(IsEligible(facts) ? "made you eligible for" : "gave you")} {facts.Role}.",
            "See my roles", MyRoles(facts)),
        NoticeKind.Assigned or NoticeKind.AssignmentAlert => new(
            $"PIM: {facts.Who} was {How(facts)} the {facts.Role} role",
            $"{By(facts)} {(IsEligible(facts) ? $"made {facts.Who} eligible for" : $"gave {facts.Who}")} {facts.Role}.", "See the assignment", Request(facts)),
        NoticeKind.Changed when facts.Recipient is not null => Mine(
            facts, $"Your {facts.Role} role was changed", $"{By(facts)} changed from when to when you have {facts.Role}.", "See my roles", MyRoles(facts)),
        NoticeKind.Changed or NoticeKind.ChangeAlert => new(
            $"PIM: {facts.Who}'s {facts.Role} role was changed", $"{By(facts)} changed from when to when {facts.Who} has {facts.Role}.",
            "See the change", Request(facts)),
        NoticeKind.Removed when facts.Recipient is not null => Mine(
            facts, $"Your {facts.Role} role was removed", $"{By(facts)} took {facts.Role} away from you.", "See my roles", MyRoles(facts)),
        NoticeKind.Removed => new(
            $"PIM: {facts.Who}'s {facts.Role} role was removed", $"{By(facts)} took {facts.Role} away from {facts.Who}.", "See the removal", Request(facts)),
        NoticeKind.ExtensionNeeded or NoticeKind.ExtensionApproved or NoticeKind.ExtensionDenied or NoticeKind.ExtensionAlert => OfExtension(facts),
        _ => OfEnd(facts),
    };

    private static MailWords OfExtension(MailFacts facts) => facts.Kind switch
    {
        NoticeKind.ExtensionNeeded => new(
            $"PIM: Review {facts.Who}'s request to {Longer(facts)} the {facts.Role} role",
            facts.Recipient is null
                ? $"{facts.Who} asks to {Longer(facts)} {facts.Role}. An administrator has to decide."
                : $"{facts.Who} asks to {Longer(facts)} {facts.Role} and you may decide. The first decision counts.",
            "Review the request", $"extensions/{facts.Listing.Request.Id}"),
        NoticeKind.ExtensionApproved => Mine(
            facts, $"Your request to {Longer(facts)} the {facts.Role} role was approved", $"{By(facts)} approved it. What you were given stands below.",
            "See the request", Request(facts)),
        NoticeKind.ExtensionDenied => Mine(
            facts, $"Your request to {Longer(facts)} the {facts.Role} role was denied", $"{By(facts)} denied it.", "See the request", Request(facts)),
        NoticeKind.ExtensionAlert => new(
            $"PIM: {facts.Who}'s request to {Longer(facts)} the {facts.Role} role was decided",
            $"{By(facts)} {(facts.Listing.Request.Status == RequestStatus.Denied ? "denied" : "approved")} it.", "See the request", Request(facts)),
        _ => throw new UnreachableException(),
    };

    private static MailWords OfEnd(MailFacts facts) => facts.Kind switch
    {
        NoticeKind.Expiring when facts.Recipient is not null => Mine(
            facts, $"Your {facts.Role} role expires soon", $"{facts.Role} ends for you at the time below. Ask to extend it if you still need it.",
            "Ask to extend it", $"{MyRoles(facts)}&extend={facts.Listing.Schedule?.Id}"),
        NoticeKind.Expiring or NoticeKind.ExpiringAlert => new(
            $"PIM: {facts.Who}'s {facts.Role} role expires soon", $"{facts.Role} ends for {facts.Who} at the time below.",
            "See the assignment", Request(facts)),
        NoticeKind.Expired when facts.Recipient is not null => Mine(
            facts, $"Your {facts.Role} role has expired", $"{facts.Role} has ended for you. You can ask to renew it for a while.",
            "Ask to renew it", $"{MyRoles(facts)}&extend={facts.Listing.Schedule?.Id}"),
        NoticeKind.Expired or NoticeKind.ExpiredAlert => new(
            $"PIM: {facts.Who}'s {facts.Role} role has expired", $"{facts.Role} has ended for {facts.Who}.", "See the assignment", Request(facts)),
        _ => throw new UnreachableException(),
    };

    // What a group has is told to its members as theirs, with the group's name.
    private static MailWords Mine(MailFacts facts, string subject, string lead, string action, string page) => new(
        $"PIM: {subject}", facts.IsToAssignee || facts.Kind is NoticeKind.ExtensionApproved or NoticeKind.ExtensionDenied
            ? lead
            : $"{lead} You have it as a member of {facts.Who}.", action, page);

    private static bool IsEligible(MailFacts facts) => facts.Listing.Request.Kind == ScheduleKind.Eligibility;

    private static string How(MailFacts facts) =>
        (IsEligible(facts) ? "made eligible for" : facts.End is null ? "permanently assigned" : "assigned");

    private static string Longer(MailFacts facts) => facts.Listing.Request.Action == RequestAction.SelfRenew ? "renew" : "extend";

    private static string By(MailFacts facts) => facts.Actor?.DisplayName ?? "An administrator";

    private static string Request(MailFacts facts) => $"my-requests/{facts.Listing.Request.Id}";

    private static string MyRoles(MailFacts facts) =>
        $"my-roles?system={facts.Listing.Request.Scope.System.ToString().ToLowerInvariant()}&tab={(IsEligible(facts) ? "eligible" : "active")}";
}
