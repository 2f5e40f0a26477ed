using Microsoft.AspNetCore.Components;
using Regent.Portal.Parts;

namespace Regent.Portal;

/// <summary>Finds the page for an address and tells all parts in which time zone its reader lives.</summary>
public sealed partial class Routes
{
    /// <summary>The zone the browser named with its request, if it has been here before.</summary>
    [Parameter]
    public string? Zone { get; set; }

    [Inject]
    private ReaderZone Reader { get; set; } = default!;

    protected override void OnInitialized() => Reader.Use(Zone);
}
