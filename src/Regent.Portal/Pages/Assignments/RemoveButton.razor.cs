using Microsoft.AspNetCore.Components;
using Regent.Core.Assignments;
using Regent.Operations.Ports;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Assignments;

/// <summary>Offers to take an assignment away, or says from when on that is possible: not in its first five minutes.</summary>
public sealed partial class RemoveButton : IDisposable
{
    private IDisposable? listening;

    /// <summary>What would be taken away.</summary>
    [Parameter, EditorRequired]
    public ScheduleListing Held { get; set; } = default!;

    /// <summary>Called by the button.</summary>
    [Parameter]
    public EventCallback OnRemove { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private Pulse Pulse { get; set; } = default!;

    private bool IsActivation => Held.Schedule.Type == AssignmentType.Activated;

    private DateTimeOffset CanLeaveAt => Held.Schedule.CreatedAt + Schedule.Shortest;

    public void Dispose() => listening?.Dispose();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && CanLeaveAt > Clock.GetUtcNow())
        {
            listening = Pulse.Listen(() => InvokeAsync(StateHasChanged));
        }
    }
}
