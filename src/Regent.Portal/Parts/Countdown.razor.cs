using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>What is left until an instant: the browser ticks by the second, the server corrects it and says when it is over.</summary>
public sealed partial class Countdown : IDisposable
{
    // Timers reach no farther than 49 days; what ends later than this is looked at again by then.
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(40);

    private TimeSpan left;
    private IDisposable? listening;
    private ITimer? end;
    private DateTimeOffset? armedFor;

    /// <summary>The instant counted down to.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Until { get; set; }

    /// <summary>Called once when the instant has come.</summary>
    [Parameter]
    public EventCallback OnEnded { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private Pulse Pulse { get; set; } = default!;

    private string Milliseconds => Math.Max(0, (long)left.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        listening?.Dispose();
        end?.Dispose();
    }

    protected override void OnParametersSet() => Read();

    protected override void OnAfterRender(bool firstRender)
    {
        listening ??= Pulse.Listen(() => InvokeAsync(Again));
        if (armedFor != Until)
        {
            armedFor = Until;
            end?.Dispose();
            end = left > TimeSpan.Zero && left < Farthest
                ? Clock.CreateTimer(_ => InvokeAsync(EndAsync), null, left, Timeout.InfiniteTimeSpan)
                : null;
        }
    }

    private void Read() => left = Until - Clock.GetUtcNow();

    private void Again()
    {
        Read();
        StateHasChanged();
    }

    private Task EndAsync()
    {
        Again();

        return OnEnded.InvokeAsync();
    }
}
