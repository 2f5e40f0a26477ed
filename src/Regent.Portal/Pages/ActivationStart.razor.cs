using Microsoft.AspNetCore.Components;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages;

/// <summary>From when on: at once, or a moment on the reader's own clock.</summary>
public sealed partial class ActivationStart
{
    /// <summary>What is filled in.</summary>
    [Parameter, EditorRequired]
    public ActivationForm Form { get; set; } = default!;

    /// <summary>Whether "at once" means once somebody agreed.</summary>
    [Parameter]
    public bool NeedsApproval { get; set; }

    /// <summary>What is wrong with the start.</summary>
    [Parameter]
    public IReadOnlyList<string> Errors { get; set; } = [];

    /// <summary>Called after each change, for what depends on the start.</summary>
    [Parameter]
    public EventCallback OnChange { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private ReaderZone Zone { get; set; } = default!;

    private string? Invalid => Errors.Count > 0 ? "true" : null;

    private DateOnly Today => DateOnly.FromDateTime(Zone.Local(Clock.GetUtcNow()).DateTime);

    private Task StartNowAsync()
    {
        Form.StartsLater = false;

        return OnChange.InvokeAsync();
    }

    private Task StartLaterAsync()
    {
        Form.StartsLater = true;
        Form.ProposeStart(Clock.GetUtcNow(), Zone.Zone);

        return OnChange.InvokeAsync();
    }

    private Task SetAsync(Moment moment)
    {
        Form.Start = moment;
        return OnChange.InvokeAsync();
    }
}
