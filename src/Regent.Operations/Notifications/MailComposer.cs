using System.Diagnostics;
using System.Globalization;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>Writes mails about requests.</summary>
public static class MailComposer
{
    public static MailText Compose(MailFacts facts)
    {
        var (subject, lead, action) = Words(facts);
        return MailLayout.Write(subject, lead, Rows(facts), action, Link(facts));
    }

    private static (string Subject, string Lead, string Action) Words(MailFacts facts)
    {
        var who = facts.Listing.Principal.DisplayName;
        var role = facts.Listing.Role.DisplayName;
        var by = facts.DecidedBy?.DisplayName;
        return facts.Kind switch
        {
            NoticeKind.ApprovalNeeded => (
                $"PIM: Review {who}'s request to activate the {role} role",
                $"{who} asks to activate {role} and you may decide. The first decision counts.", "Review the request"),
            NoticeKind.Approved => (
                $"PIM: Your request for the {role} role was approved",
                $"{by} approved your request. {role} becomes active at the start below.", "See the request"),
            NoticeKind.Denied => (
                $"PIM: Your request for the {role} role was denied", $"{by} denied your request for {role}.", "See the request"),
            NoticeKind.RequestExpired => (
                $"PIM: Your request for the {role} role expired",
                "Nobody decided on your request within 24 hours. Ask again if you still need the role.", "See the request"),
            NoticeKind.Activated => (
                by is null ? $"PIM: Your {role} role is active" : $"PIM: Your {role} role was approved and is active",
                by is null ? $"{role} is active." : $"{by} approved your request and {role} is active.", "See my active roles"),
            NoticeKind.ActivationAlert => (
                $"PIM: {who} activated the {role} role", $"{who} activated {role}.", "See the request"),
            NoticeKind.Failed => (
                $"PIM: Your {role} role could not be activated",
                $"{role} could not become active, because what it rests on has changed.", "See why"),
            NoticeKind.Ended => ($"PIM: Your {role} role has ended", $"{role} is no longer active.", "See the request"),
            NoticeKind.Invitation or NoticeKind.PasswordReset or NoticeKind.PasswordChanged => throw new UnreachableException(),
        };
    }

    private static IEnumerable<(string Name, string? Value)> Rows(MailFacts facts)
    {
        var request = facts.Listing.Request;
        var period = facts.Listing.Schedule?.Effective;
        yield return ("Requestor", $"{facts.Listing.Principal.DisplayName} ({facts.Listing.Principal.UserPrincipalName})");
        yield return ("Role", facts.Listing.Role.DisplayName);
        yield return ("Scope", Place(request.Scope));
        yield return ("Start", (period?.Start ?? request.Start) is { } start ? MailLayout.Moment(start) : "Once approved");
        yield return ("End", period?.End is { } end ? MailLayout.Moment(end) : null);
        yield return ("Duration", request.Duration is { } duration ? Duration(duration) : null);
        yield return ("Reason", request.Justification);
        yield return ("Ticket", Ticket(request.Ticket));
        yield return ("Decision", request.Approval?.Decision?.Justification);
        yield return ("Answer by", request.IsPending && request.Approval is { } approval ? MailLayout.Moment(approval.ExpiresAt) : null);
    }

    private static string Place(Scope scope) => scope == Scope.Tenant ? "Whole organisation" : scope.Value;

    private static string Ticket(Ticket? ticket) =>
        string.Join(" · ", new[] { ticket?.Number, ticket?.System }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static Uri Link(MailFacts facts)
    {
        var path = facts.Kind == NoticeKind.ApprovalNeeded ? "approve" : "my-requests";
        return new Uri(new Uri($"{facts.PublicUrl.ToString().TrimEnd('/')}/"), $"{path}/{facts.Listing.Request.Id}");
    }

    private static string Duration(TimeSpan duration) => duration switch
    {
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:0} min"),
        { Minutes: 0 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(duration.TotalHours):0} h {duration.Minutes} min"),
    };
}
