using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>How long something has lasted by now: "3 min".</summary>
public sealed partial class Age : IDisposable
{
    private IDisposable? listening;

    /// <summary>Since when.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Since { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private Pulse Pulse { get; set; } = default!;

    // Seconds matter in the first minute only.
    private string Text => Clock.GetUtcNow() - Since is var age && age < TimeSpan.FromMinutes(1) ? Durations.Left(age) : Durations.Rough(age);

    public void Dispose() => listening?.Dispose();

    protected override void OnAfterRender(bool firstRender) => listening ??= Pulse.Listen(() => InvokeAsync(StateHasChanged));
}
