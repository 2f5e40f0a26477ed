using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>Tells a screen reader that something ends in an hour, in 15, in 5, in one minute, and that it ended. It is not seen.</summary>
public sealed partial class EndAnnouncement : IDisposable
{
    private static readonly TimeSpan[] Milestones =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    private string said = "";
    private IDisposable? listening;

    /// <summary>What ends.</summary>
    [Parameter, EditorRequired]
    public string What { get; set; } = "";

    /// <summary>When.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset Until { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private Pulse Pulse { get; set; } = default!;

    public void Dispose() => listening?.Dispose();

    protected override void OnParametersSet() => Say();

    protected override void OnAfterRender(bool firstRender) => listening ??= Pulse.Listen(() => InvokeAsync(Again));

    private void Again()
    {
        if (Say())
        {
            StateHasChanged();
        }
    }

    private bool Say()
    {
        var left = Until - Clock.GetUtcNow();
        var reached = Milestones.Cast<TimeSpan?>().FirstOrDefault(step => left <= step);
        var words = reached switch
        {
            null => "",
            _ when left <= TimeSpan.Zero => $"{What} has ended",
            { } step => $"{What} ends in {Durations.Length(step)}",
        };
        var changed = words != said;
        said = words;

        return changed;
    }
}
