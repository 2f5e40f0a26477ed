using Microsoft.AspNetCore.Components;
using Regent.Core.Assignments;

namespace Regent.Portal.Parts;

/// <summary>When an eligibility or assignment ends, if ever.</summary>
public sealed partial class EndTime
{
    /// <summary>What ends.</summary>
    [Parameter, EditorRequired]
    public Schedule Schedule { get; set; } = default!;

    /// <summary>Counts down to it.</summary>
    [Parameter]
    public bool Counting { get; set; }

    /// <summary>Called when a countdown has come to its end.</summary>
    [Parameter]
    public EventCallback OnEnded { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;
}
