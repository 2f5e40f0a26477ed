using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Core;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Audit;
using Regent.Operations.Ports;

namespace Regent.Portal.Pages.Audit;

/// <summary>The record as a file, all of what the filter finds, written as it is read.</summary>
internal static class AuditExport
{
    // Spreadsheets take a cell that begins with one of these for a formula; some take the wide ones of East Asia for the plain ones.
    private const string Formulas = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly string[] Columns =
        ["time", "activity", "result", "actor", "subject", "role", "scope", "reason", "requestId", "details"];

    public static void MapAuditExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/audit/export/{format:regex(^(csv|json)$)}", WriteAsync).RequireAuthorization();

    private static async Task WriteAsync(string format, bool? own, string? zone, HttpContext http, ListAudit record)
    {
        var caller = Caller.From(http.User);
        if (caller is null)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var ct = http.RequestAborted;
        var days = TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? "", out var named) ? named : TimeZoneInfo.Utc;
        var asked = AuditFilter.Read(http.Request.QueryString.Value ?? "", days);
        var query = own == true ? asked with { Involving = caller.Id } : asked;
        if (await record.ExecuteAsync(caller, query, new PageAsk(PageAsk.Largest), ct) is not Outcome<Page<AuditListing>>.Done(var page))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        http.Response.ContentType = format == "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"regent-audit.{format}\"";
        var rest = AllAsync(page, after => record.ExecuteAsync(caller, query, new PageAsk(PageAsk.Largest, after), ct));
        await (format == "csv" ? WriteCsvAsync(http.Response, rest, ct) : WriteJsonAsync(http.Response, rest, ct));
    }

    private static async IAsyncEnumerable<AuditListing> AllAsync(
        Page<AuditListing> first, Func<string, Task<Outcome<Page<AuditListing>>>> next)
    {
        for (var page = first; page is not null;)
        {
            foreach (var listing in page.Items)
            {
                yield return listing;
            }

            page = page.Next is { } after && await next(after) is Outcome<Page<AuditListing>>.Done(var more) ? more : null;
        }
    }

    private static async Task WriteCsvAsync(HttpResponse response, IAsyncEnumerable<AuditListing> listings, CancellationToken ct)
    {
        await response.WriteAsync(Row(Columns), ct);
        await foreach (var listing in listings)
        {
            await response.WriteAsync(Row(Cells(listing)), ct);
        }
    }

    private static async Task WriteJsonAsync(HttpResponse response, IAsyncEnumerable<AuditListing> listings, CancellationToken ct)
    {
        var before = "[";
        await foreach (var listing in listings)
        {
            await response.WriteAsync($"{before}\n{Json(listing)}", ct);
            before = ",";
        }

        await response.WriteAsync(before == "[" ? "[]\n" : "\n]\n", ct);
    }

    /// <summary>A row of RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    internal static string Row(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text)
    {
        var value = text ?? "";
        var harmless = value.Length > 0 && Formulas.Contains(value[0], StringComparison.Ordinal) ? $"'{value}" : value;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string?[] Cells(AuditListing listing) =>
    [
        listing.Entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), listing.Entry.Activity, listing.Entry.Result.ToString(),
        Who(listing.Actor), Who(listing.Subject), listing.Role?.DisplayName, listing.Entry.Scope?.Value, listing.Entry.Reason,
        listing.Entry.CorrelationId?.ToString(), JsonSerializer.Serialize(listing.Entry.Details),
    ];

    private static string Json(AuditListing listing) => JsonSerializer.Serialize(new
    {
        time = listing.Entry.At.UtcDateTime,
        activity = listing.Entry.Activity,
        result = listing.Entry.Result.ToString(),
        actor = Who(listing.Actor),
        subject = Who(listing.Subject),
        role = listing.Role?.DisplayName,
        scope = listing.Entry.Scope?.Value,
        reason = listing.Entry.Reason,
        requestId = listing.Entry.CorrelationId,
        details = listing.Entry.Details,
    });

    private static string? Who(Principal? person) => person?.UserPrincipalName?.Value ?? person?.DisplayName;
}
