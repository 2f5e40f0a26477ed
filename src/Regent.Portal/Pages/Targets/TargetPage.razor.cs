using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Assignments;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Targets;

/// <summary>One target: how it stands, what is mapped to it, what Regent would do, what it did, and what others put there.</summary>
public sealed partial class TargetPage
{
    private string? done;
    private IReadOnlyList<Refusal> refusals = [];
    private TargetAct? asked;
    private bool busy;

    /// <summary>Which target.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromQuery]
    private string? Tab { get; set; }

    /// <summary>What the panel does, <c>change</c>; null while it is closed.</summary>
    [SupplyParameterFromQuery]
    private string? Do { get; set; }

    protected override object State => (nameof(TargetPage), Id);

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private GetTarget Targets { get; set; } = default!;

    [Inject]
    private WakeTarget Waking { get; set; } = default!;

    private bool MayManage => Overview?.Authority.MayManageTargets == true;

    private TargetDetail? Shown => (Model as Outcome<TargetDetail>.Done)?.Value;

    protected override async Task<Outcome<TargetDetail>> LoadAsync(CancellationToken ct) =>
        Guid.TryParse(Id, out var id) ? await Targets.ExecuteAsync(Caller, new TargetId(id), ct) : TargetAccess.Unknown;

    private static TabItem[] Items(TargetDetail detail) =>
    [
        new("overview", "Overview"), new("mappings", "Mappings", detail.Mappings.Count), new("plan", "Plan"), new("ledger", "Ledger"),
        new("outside", "Found outside", detail.Summary.Outside),
    ];

    private async Task SweepAsync()
    {
        busy = true;
        try
        {
            refusals = (await Waking.ExecuteAsync(Caller, Shown!.Summary.Target.Id, CancellationToken.None)).Reasons();
            done = refusals.Count == 0 ? "It is being checked now, and what failed is tried again." : null;
        }
        finally
        {
            busy = false;
        }
    }

    private void Close() => Address.NavigateTo(Address.With("do", null));

    private void Changed(Target target)
    {
        done = target.State == TargetState.New ? $"{target.Name} was changed. Look at the plan, then start it." : $"{target.Name} was changed.";
        Close();
    }

    private void Did(string said)
    {
        (var act, asked, refusals) = (asked, null, []);
        if (act == TargetAct.Remove)
        {
            Address.NavigateTo($"/targets?removed={Uri.EscapeDataString(Shown!.Summary.Target.Name)}");
            return;
        }

        done = said;
        Address.NavigateTo(TargetWords.Page(Shown!.Summary.Target.Id));
    }
}
