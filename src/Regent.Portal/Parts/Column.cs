using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>One column of a <see cref="Listing{TRow}"/>.</summary>
/// <typeparam name="TRow">What a row shows.</typeparam>
public sealed class Column<TRow> : ComponentBase, IDisposable
{
    /// <summary>The heading, and on a phone the label before the value.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The name to sort by; null when the list cannot be sorted by it.</summary>
    [Parameter]
    public string? Sort { get; set; }

    /// <summary>What part the column plays.</summary>
    [Parameter]
    public ColumnKind Kind { get; set; }

    /// <summary>The cell of one row.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<TRow> ChildContent { get; set; } = default!;

    [CascadingParameter]
    private Listing<TRow> Listing { get; set; } = default!;

    internal string? Class => Kind switch
    {
        ColumnKind.Main => "main",
        ColumnKind.Action => "action",
        ColumnKind.Plain => null,
    };

    public void Dispose() => Listing.Remove(this);

    protected override void OnInitialized() => Listing.Add(this);
}
