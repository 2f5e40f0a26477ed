using System.Diagnostics;
using Regent.Core.Requests;

namespace Regent.Operations.Notifications;

/// <summary>What mails about activations say.</summary>
internal static class ActivationWords
{
    public static MailWords Of(MailFacts facts) => facts.Kind switch
    {
        NoticeKind.ApprovalNeeded => Asked(facts),
        NoticeKind.Approved => Answer(
            facts, "was approved", $"{facts.DecidedBy?.DisplayName} approved your request. {facts.Role} becomes active at the start below."),
        NoticeKind.Denied => Answer(facts, "was denied", $"{facts.DecidedBy?.DisplayName} denied your request for {facts.Role}."),
        NoticeKind.RequestExpired => Answer(
            facts, "expired", "Nobody decided on your request within 24 hours. Ask again if you still need the role."),
        NoticeKind.Activated when facts.IsToAssignee => Active(facts),
        NoticeKind.Activated or NoticeKind.ActivationAlert => new(
            Subject(facts, "activated", "extended"), $"{facts.Who} {(facts.Listing.Request.ExtendsActivation ? "extended" : "activated")} {facts.Role}.",
            "See the request", Request(facts)),
        NoticeKind.Failed => new(
            $"PIM: Your {facts.Role} role could not be activated", $"{facts.Role} could not become active, because what it rests on has changed.",
            "See why", Request(facts)),
        NoticeKind.Ended when facts.IsToAssignee => new(
            $"PIM: Your {facts.Role} role has ended", $"{facts.Role} is no longer active.", "See the request", Request(facts)),
        NoticeKind.Ended => new(
            $"PIM: {facts.Who}'s {facts.Role} role has ended", $"{facts.Role} is no longer active for {facts.Who}.", "See the request", Request(facts)),
        NoticeKind.EndingSoon => EndingSoon(facts),
        _ => throw new UnreachableException(),
    };

    private static MailWords Asked(MailFacts facts)
    {
        var what = facts.Listing.Request.ExtendsActivation ? "keep" : "activate";
        return new(
            $"PIM: Review {facts.Who}'s request to {what} the {facts.Role} role",
            facts.Recipient is null
                ? $"{facts.Who} asks to {what} {facts.Role}. An approver has to decide."
                : $"{facts.Who} asks to {what} {facts.Role} and you may decide. The first decision counts.",
            "Review the request", $"approve/{facts.Listing.Request.Id}");
    }

    private static MailWords Active(MailFacts facts)
    {
        var (by, extends) = (facts.DecidedBy?.DisplayName, facts.Listing.Request.ExtendsActivation);
        var state = extends ? "runs on" : "is active";
        return new(
            $"PIM: Your {facts.Role} role {(by is null ? state : $"was approved and {state}")}",
            by is null ? $"{facts.Role} {state}." : $"{by} approved your request and {facts.Role} {state}.", "See my active roles", Request(facts));
    }

    private static MailWords EndingSoon(MailFacts facts)
    {
        var scope = facts.Listing.Request.Scope;
        return facts.IsToAssignee
            ? new($"PIM: Your {facts.Role} role ends soon", $"{facts.Role} ends at the time below. Extend it if your work is not done.", "Extend it",
                $"my-roles?tab=active&extend={facts.Listing.Schedule?.Id}{SystemOf(scope)}")
            : new($"PIM: {facts.Who}'s {facts.Role} role ends soon", $"{facts.Role} ends for {facts.Who} at the time below.", "See the request", Request(facts));
    }

    private static MailWords Answer(MailFacts facts, string what, string lead) =>
        new($"PIM: Your request for the {facts.Role} role {what}", lead, "See the request", Request(facts));

    private static string Subject(MailFacts facts, string activated, string extended) =>
        $"PIM: {facts.Who} {(facts.Listing.Request.ExtendsActivation ? extended : activated)} the {facts.Role} role";

    private static string Request(MailFacts facts) => $"my-requests/{facts.Listing.Request.Id}";

    private static string SystemOf(Core.Roles.Scope scope) =>
        scope.System == Core.Roles.RoleSystem.Directory ? "" : $"&system={scope.System.ToString().ToLowerInvariant()}";
}
