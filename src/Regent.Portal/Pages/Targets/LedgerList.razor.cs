using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Targets;

/// <summary>The ledger of a target: who should have what there, and what was done and seen.</summary>
public sealed partial class LedgerList
{
    private const string Failing = "failing";

    private static readonly (string, string)[] Filters =
    [
        (Failing, "Failing"), ("ineffect", "In effect"), ("provisioning", "Provisioning"), ("ending", "Ending"), ("planned", "Planned"), ("gone", "Gone"),
    ];

    /// <summary>The target.</summary>
    [Parameter, EditorRequired]
    public TargetSummary Of { get; set; } = default!;

    protected override object State => (nameof(LedgerList), Of.Target.Id, Address.Query("q"), Address.Query("show"));

    [Inject]
    private ListLedger Ledger { get; set; } = default!;

    protected override Task<Outcome<Page<ListedEntry>>> PageAsync(PageAsk page, CancellationToken ct)
    {
        var show = Address.Query("show");
        var query = new LedgerQuery
        {
            Target = Of.Target.Id,
            Text = Address.Query("q"),
            OnlyFailing = show == Failing,
            State = Enum.TryParse<LedgerState>(show, ignoreCase: true, out var state) ? state : null,
        };
        return Ledger.ExecuteAsync(Caller, query, page, ct);
    }
}
