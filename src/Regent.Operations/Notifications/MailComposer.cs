using System.Globalization;
using System.Net;
using System.Text;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>Writes mails: one column of plain HTML that survives every client, and a text part that reads well alone.</summary>
public static class MailComposer
{
    public static MailText Compose(MailFacts facts)
    {
        var (subject, lead, action) = Words(facts);
        var rows = Rows(facts).Where(row => !string.IsNullOrWhiteSpace(row.Value)).ToList();
        var link = Link(facts);
        return new MailText(OneLine(subject), Html(subject, lead, rows, action, link), Text(lead, rows, action, link));
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
        };
    }

    private static IEnumerable<(string Name, string? Value)> Rows(MailFacts facts)
    {
        var request = facts.Listing.Request;
        var period = facts.Listing.Schedule?.Effective;
        yield return ("Requestor", $"{facts.Listing.Principal.DisplayName} ({facts.Listing.Principal.UserPrincipalName})");
        yield return ("Role", facts.Listing.Role.DisplayName);
        yield return ("Scope", facts.Listing.ScopeName ?? Place(request.Scope));
        yield return ("Start", (period?.Start ?? request.Start) is { } start ? Moment(start) : "Once approved");
        yield return ("End", period?.End is { } end ? Moment(end) : null);
        yield return ("Duration", request.Duration is { } duration ? Duration(duration) : null);
        yield return ("Reason", request.Justification);
        yield return ("Ticket", Ticket(request.Ticket));
        yield return ("Decision", request.Approval?.Decision?.Justification);
        yield return ("Answer by", request is { IsPending: true, Approval.ExpiresAt: { } lapses } ? Moment(lapses) : null);
    }

    private static string Place(Scope scope) => scope == Scope.Tenant ? "Whole organisation" : scope.Value;

    private static string Ticket(Ticket? ticket) =>
        string.Join(" · ", new[] { ticket?.Number, ticket?.System }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static Uri Link(MailFacts facts)
    {
        var path = facts.Kind == NoticeKind.ApprovalNeeded ? "approve" : "my-requests";
        return new Uri(new Uri($"{facts.PublicUrl.ToString().TrimEnd('/')}/"), $"{path}/{facts.Listing.Request.Id}");
    }

    private static string Html(
        string subject, string lead, IReadOnlyList<(string Name, string? Value)> rows, string action, Uri link)
    {
        var table = string.Concat(rows.Select(row =>
            $"""<tr><td style="padding:4px 16px 4px 0;color:#616161;vertical-align:top">{row.Name}</td>"""
            + $"""<td style="padding:4px 0;color:#242424;word-break:break-word">{Encode(row.Value)}</td></tr>"""));
        return $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encode(subject)}</title></head>
            <body style="margin:0;padding:16px;background:#f5f5f5;font-family:'Segoe UI',system-ui,sans-serif;font-size:15px;line-height:1.45">
            <div style="max-width:520px;margin:0 auto;background:#ffffff;border:1px solid #e0e0e0;border-radius:6px;padding:24px">
            <p style="margin:0 0 16px;color:#4B3FBF;font-weight:600">&#9670; Regent</p>
            <h1 style="margin:0 0 16px;font-size:18px;color:#242424">{Encode(lead)}</h1>
            <table role="presentation" style="border-collapse:collapse;margin:0 0 20px">{table}</table>
            <a href="{Encode(link.AbsoluteUri)}" style="display:inline-block;background:#4B3FBF;color:#ffffff;text-decoration:none;padding:10px 18px;border-radius:6px;font-weight:600">{Encode(action)}</a>
            <p style="margin:20px 0 0;color:#616161;font-size:13px;word-break:break-all">{Encode(link.AbsoluteUri)}</p>
            </div></body></html>
            """;
    }

    private static string Text(string lead, IReadOnlyList<(string Name, string? Value)> rows, string action, Uri link)
    {
        var text = new StringBuilder(lead).Append("\n\n");
        foreach (var (name, value) in rows)
        {
            // Further lines of what people wrote are set in, so that none of them passes for a line of this mail.
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value?.ReplaceLineEndings("\n    ")}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\n{action}: {link.AbsoluteUri}\n").ToString();
    }

    private static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("ddd d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Duration(TimeSpan duration) => duration switch
    {
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:0} min"),
        { Minutes: 0 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(duration.TotalHours):0} h {duration.Minutes} min"),
    };
}
