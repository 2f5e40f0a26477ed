using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Regent.Portal.Parts;

/// <summary>Renders its content after the siblings before it, so that a list knows its columns.</summary>
public sealed class Deferred : ComponentBase
{
    /// <summary>What comes later.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
