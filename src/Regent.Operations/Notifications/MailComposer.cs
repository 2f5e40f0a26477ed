using System.Globalization;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>Writes mails about requests.</summary>
public static class MailComposer
{
    public static MailText Compose(MailFacts facts)
    {
        var words = Words(facts);
        return MailLayout.Write(words.Subject, words.Lead, Rows(facts), words.Action, facts.Addresses.To(words.Page));
    }

    private static MailWords Words(MailFacts facts) => facts.Kind switch
    {
        NoticeKind.ApprovalNeeded or NoticeKind.Approved or NoticeKind.Denied or NoticeKind.RequestExpired or NoticeKind.Activated
            or NoticeKind.ActivationAlert or NoticeKind.Failed or NoticeKind.Ended or NoticeKind.EndingSoon => ActivationWords.Of(facts),
        _ => AssignmentWords.Of(facts),
    };

    private static IEnumerable<(string Name, string? Value)> Rows(MailFacts facts)
    {
        var request = facts.Listing.Request;
        var period = facts.Listing.Schedule?.Effective;
        yield return (request.IsActivation ? "Requestor" : "Member", Name(facts.Listing.Principal));
        yield return ("Role", facts.Listing.Role.DisplayName);
        yield return ("Scope", facts.Listing.ScopeName ?? Place(request.Scope));
        yield return ("Start", Start(facts.Listing));
        yield return ("End", period?.End is { } end ? MailLayout.Moment(end) : null);
        yield return ("Duration", request.Duration is { } duration ? Duration(duration) : null);
        yield return ("Reason", request.Justification);
        yield return ("Ticket", Ticket(request.Ticket));
        yield return ("Decision", request.Approval?.Decision?.Justification);
        yield return ("Answer by", request is { IsPending: true, Approval.ExpiresAt: { } lapses } ? MailLayout.Moment(lapses) : null);
    }

    private static string? Start(RequestListing listing) => (listing.Schedule?.Effective.Start ?? listing.Request.Start) switch
    {
        { } start => MailLayout.Moment(start),
        null => listing.Request.IsOpen ? "Once approved" : null,
    };

    private static string Name(Principal principal) =>
        principal.UserPrincipalName is { } name ? $"{principal.DisplayName} ({name})" : principal.DisplayName;

    private static string Place(Scope scope) => scope == Scope.Tenant ? "Whole organisation" : scope.Value;

    private static string Ticket(Ticket? ticket) =>
        string.Join(" · ", new[] { ticket?.Number, ticket?.System }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string Duration(TimeSpan duration) => duration switch
    {
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:0} min"),
        { Minutes: 0 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(duration.TotalHours):0} h {duration.Minutes} min"),
    };
}
