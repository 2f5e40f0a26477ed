using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>A date and a time on the reader's own clock.</summary>
public sealed partial class MomentInput
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>The id of the date; the time's ends in <c>-time</c>.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Of what: "Start".</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What is filled in.</summary>
    [Parameter, EditorRequired]
    public Moment Value { get; set; } = default!;

    /// <summary>The first date that makes sense; null where any does.</summary>
    [Parameter]
    public DateOnly? Earliest { get; set; }

    /// <summary>Called after each change.</summary>
    [Parameter]
    public EventCallback<Moment> ValueChanged { get; set; }

    /// <summary>For <c>aria-describedby</c>.</summary>
    [Parameter]
    public string? DescribedBy { get; set; }

    /// <summary>For <c>aria-invalid</c>.</summary>
    [Parameter]
    public string? Invalid { get; set; }

    [Inject]
    private ReaderZone Zone { get; set; } = default!;

    private Task SetAsync(Moment moment) => ValueChanged.InvokeAsync(moment);
}
