using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>An instant, relative and absolute, on the reader's clock and with its zone; the same in UTC on hovering.</summary>
public sealed partial class When : IDisposable
{
    private const string Separator = " · ";

    private IDisposable? listening;
    private string shown = "";

    /// <summary>The instant.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset At { get; set; }

    /// <summary>Leaves "in 2 h" away.</summary>
    [Parameter]
    public bool Absolute { get; set; }

    /// <summary>Leaves the date and time away; they stay in the title.</summary>
    [Parameter]
    public bool Relative { get; set; }

    /// <summary>Says the moment to the second.</summary>
    [Parameter]
    public bool Exact { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private ReaderZone Reader { get; set; } = default!;

    [Inject]
    private Pulse Pulse { get; set; } = default!;

    private string Distance => Durations.Away(At - Clock.GetUtcNow());

    private string Moment => Exact ? ReaderTime.Exact(At, Clock.GetUtcNow(), Reader) : ReaderTime.Brief(At, Clock.GetUtcNow(), Reader);

    private string Full => Reader.Zone == TimeZoneInfo.Utc ? ReaderTime.Full(At, Reader) : $"{ReaderTime.Full(At, Reader)} · {Utc}";

    private string Utc => At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public void Dispose()
    {
        listening?.Dispose();
        Reader.Changed -= Again;
    }

    protected override void OnInitialized() => Reader.Changed += Again;

    protected override void OnAfterRender(bool firstRender)
    {
        shown = Distance + Moment;
        listening ??= Pulse.Listen(AgainIfChanged);
    }

    private void AgainIfChanged()
    {
        if (Distance + Moment != shown)
        {
            Again();
        }
    }

    private void Again() => InvokeAsync(StateHasChanged);
}
