using System.Globalization;
using System.Net;
using System.Text;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>How every mail looks: one column of plain HTML that survives every client, and a text part that reads well alone.</summary>
internal static class MailLayout
{
    /// <summary>Lays a mail out.</summary>
    /// <param name="subject">Becomes one line, whatever is in it.</param>
    /// <param name="lead">What it is about, in a sentence or two.</param>
    /// <param name="facts">Names and values; those without a value are left out.</param>
    /// <param name="action">What the link is for.</param>
    /// <param name="link">Where to go on.</param>
    public static MailText Write(string subject, string lead, IEnumerable<(string Name, string? Value)> facts, string action, Uri link)
    {
        var rows = facts.Where(row => !string.IsNullOrWhiteSpace(row.Value)).ToList();
        return new MailText(OneLine(subject), Html(subject, lead, rows, action, link), Text(lead, rows, action, link));
    }

    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("ddd d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

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
}
