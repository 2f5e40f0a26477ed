using Microsoft.AspNetCore.Components;
using Regent.Core.Assignments;
using Regent.Operations.Ports;

namespace Regent.Portal.Parts;

/// <summary>Offers to end an activation, or says from when on it can be ended: not in its first five minutes.</summary>
public sealed partial class EndButton : IDisposable
{
    private IDisposable? listening;

    /// <summary>The activation.</summary>
    [Parameter, EditorRequired]
    public ScheduleListing Held { get; set; } = default!;

    /// <summary>Called by the button.</summary>
    [Parameter]
    public EventCallback OnEnd { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private Pulse Pulse { get; set; } = default!;

    private DateTimeOffset CanEndAt => Held.Schedule.Effective.Start + Schedule.Shortest;

    public void Dispose() => listening?.Dispose();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && CanEndAt > Clock.GetUtcNow())
        {
            listening = Pulse.Listen(() => InvokeAsync(StateHasChanged));
        }
    }
}
