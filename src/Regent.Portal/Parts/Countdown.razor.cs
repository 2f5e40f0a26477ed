using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>What is left until an instant: the browser ticks by the second, the server corrects it and says when it is over.</summary>
public sealed partial class Countdown : IDisposable
{
    private static readonly TimeSpan[] Milestones =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    private TimeSpan left;
    private TimeSpan? told;
    private string said = "";
    private IDisposable? listening;
    private ITimer? end;
    private DateTimeOffset? armedFor;

    /// <summary>The instant counted down to.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Until { get; set; }

    /// <summary>What ends, to be read out an hour, 15, 5 and one minute before; nothing is read out without it.</summary>
    [Parameter]
    public string? Announce { get; set; }

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
        listening ??= Pulse.Listen(Again);
        if (armedFor != Until)
        {
            armedFor = Until;
            end?.Dispose();
            end = left > TimeSpan.Zero && left < TimeSpan.FromDays(40)
                ? Clock.CreateTimer(_ => End(), null, left, Timeout.InfiniteTimeSpan)
                : null;
        }
    }

    private void Read()
    {
        left = Until - Clock.GetUtcNow();
        var milestone = Milestones.Cast<TimeSpan?>().FirstOrDefault(step => left <= step);
        if (Announce is not null && milestone != told && milestone is { } reached && left > TimeSpan.Zero)
        {
            told = milestone;
            said = $"{Announce} ends in {Durations.Length(reached)}";
        }
    }

    private void Again() => InvokeAsync(() =>
    {
        Read();
        StateHasChanged();
    });

    private void End() => InvokeAsync(async () =>
    {
        Read();
        said = Announce is null ? "" : $"{Announce} has ended";
        StateHasChanged();
        await OnEnded.InvokeAsync();
    });
}
