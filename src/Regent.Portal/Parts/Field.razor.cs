using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>A labelled field with its hint and what is wrong with it; the control inside takes its id and descriptions from the context.</summary>
public sealed partial class Field
{
    /// <summary>The control's id, stable so that links, tests and labels find it.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>What is asked for.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What helps to answer, below the control.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Marks the label; the control itself carries <c>required</c>.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>Everything wrong with the answer, in sentences.</summary>
    [Parameter]
    public IReadOnlyList<string> Errors { get; set; } = [];

    /// <summary>The control: <c>id</c>, <c>aria-describedby</c> and <c>aria-invalid</c> come from the context.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<FieldContext> ChildContent { get; set; } = default!;

    private string HintId => $"{Id}-hint";

    private string ErrorId => $"{Id}-error";

    private string DescribedBy => string.IsNullOrEmpty(Hint) ? ErrorId : $"{HintId} {ErrorId}";
}
