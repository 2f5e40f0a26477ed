using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Principals;
using Regent.Operations.Audit;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Audit;

/// <summary>The record as sentences, newest first, filtered by what stands in the address.</summary>
public sealed partial class AuditTimeline
{
    private const string Kind = "kind";
    private const string From = "from";
    private const string Until = "until";

    private IReadOnlyList<Principal> people = [];

    /// <summary>Whether only what the reader did and what was done to them.</summary>
    [Parameter]
    public bool Own { get; set; }

    protected override object State => (Own, new Uri(Address.Uri).Query);

    [Inject]
    private ListAudit Record { get; set; } = default!;

    [Inject]
    private GetPrincipal Principals { get; set; } = default!;

    private string Here => new Uri(Address.Uri).AbsolutePath;

    private AuditQuery Query
    {
        get
        {
            var asked = AuditFilter.Read(new Uri(Address.Uri).Query);
            return Own ? asked with { Involving = Caller.Id } : asked;
        }
    }

    protected override async Task<Outcome<Page<AuditListing>>> PageAsync(PageAsk page, CancellationToken ct)
    {
        var query = Query;
        people = !Own && query.Involving is { } id && await Principals.ExecuteAsync(id, ct) is { } person ? [person] : [];
        return await Record.ExecuteAsync(Caller, query, page, ct);
    }

    private void Choose(IReadOnlyList<Principal> chosen) => Address.Replace("person", chosen.Count > 0 ? chosen[0].Id.ToString() : null);

    private string Export(string format)
    {
        var query = new Uri(Address.Uri).Query;
        return $"/audit/export/{format}{(query.Length > 0 ? query + "&" : "?")}own={Own}";
    }
}
