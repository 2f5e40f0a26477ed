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

    protected override object State => (Own, Search, Zone.Zone.Id);

    [Inject]
    private ListAudit Record { get; set; } = default!;

    [Inject]
    private GetPrincipal Principals { get; set; } = default!;

    [Inject]
    private ReaderZone Zone { get; set; } = default!;

    private string Search => new Uri(Address.Uri).Query;

    private bool IsFiltered => AuditFilter.IsIn(Search);

    private string Here => new Uri(Address.Uri).AbsolutePath;

    protected override void OnInitialized() => Zone.Changed += Again;

    protected override void Dispose(bool disposing)
    {
        Zone.Changed -= Again;
        base.Dispose(disposing);
    }

    private AuditQuery Query
    {
        get
        {
            var asked = AuditFilter.Read(Search, Zone.Zone);
            return Own ? asked with { Involving = Caller.Id } : asked;
        }
    }

    protected override async Task<Outcome<Page<AuditListing>>> PageAsync(PageAsk page, CancellationToken ct)
    {
        var query = Query;
        people = !Own && query.Involving is { } id && await Principals.ExecuteAsync(id, ct) is { } person ? [person] : [];
        return await Record.ExecuteAsync(Caller, query, page, ct);
    }

    // Days begin when they begin for the reader.
    private void Again() => InvokeAsync(ReloadAsync);

    private void Choose(IReadOnlyList<Principal> chosen) => Address.Replace("person", chosen.Count > 0 ? chosen[0].Id.ToString() : null);

    private string Export(string format)
    {
        var zone = Uri.EscapeDataString(Zone.Zone.Id);
        return $"/audit/export/{format}{(Search.Length > 0 ? Search + "&" : "?")}own={Own}&zone={zone}";
    }
}
