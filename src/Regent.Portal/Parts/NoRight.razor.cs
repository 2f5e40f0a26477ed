using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>Says which roles open a page, and offers to activate one if the reader is eligible.</summary>
public sealed partial class NoRight
{
    /// <summary>What the reader wanted to see, with a capital: "The list of all assignments".</summary>
    [Parameter, EditorRequired]
    public string What { get; set; } = "";

    /// <summary>The names of the roles that open it.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Roles { get; set; } = [];

    /// <summary>Where the reader can activate one of them; null when not eligible.</summary>
    [Parameter]
    public string? Activate { get; set; }

    /// <summary>The role that would be activated.</summary>
    [Parameter]
    public string? ActivateName { get; set; }

    private string Names => Roles switch
    {
        [] => "another role",
        [var only] => only,
        _ => $"{string.Join(", ", Roles.SkipLast(1))} or {Roles[^1]}",
    };
}
