using Microsoft.AspNetCore.Components;
using Regent.Core;

namespace Regent.Portal.Pages;

/// <summary>What a role allows, what activating it demands, and what stands in the way.</summary>
public sealed partial class ActivationDemands
{
    /// <summary>The role.</summary>
    [Parameter, EditorRequired]
    public ActivationChoice Choice { get; set; } = default!;

    /// <summary>Whether it is the only one, whose name stands above the panel.</summary>
    [Parameter]
    public bool Alone { get; set; }

    /// <summary>The duration chosen for all.</summary>
    [Parameter]
    public TimeSpan Chosen { get; set; }

    /// <summary>Called when the reader opens the explanation, to judge what is filled in by now.</summary>
    [Parameter]
    public EventCallback OnExplain { get; set; }

    // The second factor has its own bar with the way to give it.
    private IReadOnlyList<Refusal> Problems => [.. Choice.Blocks.Where(reason => reason.Code != RefusalCode.MfaRule)];
}
