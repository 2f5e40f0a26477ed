using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>Where something is done without leaving the list: from the right on a desk, the whole screen on a phone.</summary>
public sealed partial class Panel
{
    /// <summary>What is done here, to what.</summary>
    [Parameter, EditorRequired]
    public RenderFragment Title { get; set; } = default!;

    /// <summary>The content, which scrolls.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The buttons, which stay in sight.</summary>
    [Parameter]
    public RenderFragment? Foot { get; set; }

    /// <summary>A selector of what takes the focus on opening; the title otherwise.</summary>
    [Parameter]
    public string? Focus { get; set; }

    protected override string First => Focus ?? $"#{TitleId}";
}
