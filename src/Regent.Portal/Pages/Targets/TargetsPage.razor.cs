using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Assignments;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Targets;

/// <summary>The systems in which access lands, and how each stands.</summary>
public sealed partial class TargetsPage
{
    private string? done;

    /// <summary>Whether the panel to add one is open.</summary>
    [SupplyParameterFromQuery]
    private string? Add { get; set; }

    /// <summary>A target that was removed a moment ago.</summary>
    [SupplyParameterFromQuery]
    private string? Removed { get; set; }

    protected override object State => nameof(TargetsPage);

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private ListTargets Targets { get; set; } = default!;

    private bool MayManage => Overview?.Authority.MayManageTargets == true;

    private IReadOnlyList<TargetSummary>? Rows => Model is Outcome<IReadOnlyList<TargetSummary>>.Done(var all) ? all : null;

    protected override void OnInitialized() => done = Removed is null ? null : $"{Removed} was removed.";

    protected override Task<Outcome<IReadOnlyList<TargetSummary>>> LoadAsync(CancellationToken ct) => Targets.ExecuteAsync(Caller, ct);

    private void Close() => Address.NavigateTo(Address.With("add", null));

    // What it gives comes next.
    private void Added(Target target) => Address.NavigateTo(TargetWords.Page(target.Id, "mappings"));
}
