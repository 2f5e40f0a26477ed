using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Policies;

namespace Regent.Portal.Parts;

/// <summary>A judgement explained on demand: each rule, what failed first, with the facts it went by and what would make it pass.</summary>
public sealed partial class RuleTrace : IDisposable
{
    /// <summary>What each rule said, in the order they were asked.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<RuleResult> Trace { get; set; } = [];

    /// <summary>Whether something stands in the way that the reader wonders about, and not only what is still to be filled in.</summary>
    [Parameter]
    public bool Blocked { get; set; }

    /// <summary>Called when it is opened or closed, to judge again what was filled in meanwhile.</summary>
    [Parameter]
    public EventCallback OnOpen { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private ReaderZone Zone { get; set; } = default!;

    private int Failed => Trace.Count(result => !result.Passed);

    private string Sum => Failed > 0 ? $"{Failed} of {Trace.Count} rules not met yet" : $"all {Trace.Count} rules are met";

    public void Dispose() => Zone.Changed -= Again;

    protected override void OnInitialized() => Zone.Changed += Again;

    private void Again() => InvokeAsync(StateHasChanged);

    private string Value(RuleFact fact) => fact.At is { } moment ? ReaderTime.Brief(moment, Clock.GetUtcNow(), Zone) : fact.Value;
}
