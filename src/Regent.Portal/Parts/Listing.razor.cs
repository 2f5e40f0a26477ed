using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>A list to scan: a table on a desk, cards on a phone; order in the query, rows that can be ticked, more on reaching the end.</summary>
/// <typeparam name="TRow">What a row shows.</typeparam>
public sealed partial class Listing<TRow>
{
    private readonly List<Column<TRow>> columns = [];

    /// <summary>What the list holds, for a screen reader.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The rows in their order; null while they are loading.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TRow>? Rows { get; set; }

    /// <summary>What tells one row from another.</summary>
    [Parameter, EditorRequired]
    public Func<TRow, string> Key { get; set; } = default!;

    /// <summary>The columns, as <see cref="Column{TRow}"/>.</summary>
    [Parameter, EditorRequired]
    public RenderFragment Columns { get; set; } = default!;

    /// <summary>Stands in for the table when there are no rows.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>The keys of the ticked rows; null when rows cannot be ticked.</summary>
    [Parameter]
    public IReadOnlySet<string>? Selected { get; set; }

    /// <summary>Called with all ticked keys after each change.</summary>
    [Parameter]
    public EventCallback<IReadOnlySet<string>> SelectedChanged { get; set; }

    /// <summary>Which rows can be ticked.</summary>
    [Parameter]
    public Func<TRow, bool> CanSelect { get; set; } = _ => true;

    /// <summary>What a row is called beside its tick.</summary>
    [Parameter]
    public Func<TRow, string> NameOf { get; set; } = _ => "row";

    /// <summary>The order when the query names none: a column's <c>Sort</c>, with a minus for the reverse.</summary>
    [Parameter]
    public string? DefaultSort { get; set; }

    /// <summary>Whether there are rows after these.</summary>
    [Parameter]
    public bool HasMore { get; set; }

    /// <summary>Called when the reader comes to the end.</summary>
    [Parameter]
    public EventCallback OnMore { get; set; }

    /// <summary>Whether other rows are on their way.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>The table's test id.</summary>
    [Parameter]
    public string TestId { get; set; } = "listing";

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    internal IReadOnlyList<Column<TRow>> Known => columns;

    internal IEnumerable<Column<TRow>> Sortable => columns.Where(column => column.Sort is not null);

    internal string? Sorting => Address.Query("sort") ?? DefaultSort;

    private IEnumerable<string> Selectable => (Rows ?? []).Where(CanSelect).Select(Key);

    internal bool AllSelected => Selected is { Count: > 0 } selected && Selectable.All(selected.Contains);

    internal void Add(Column<TRow> column)
    {
        if (!columns.Contains(column))
        {
            columns.Add(column);
        }
    }

    internal void Remove(Column<TRow> column) => columns.Remove(column);

    internal string? SortOf(Column<TRow> column) => column.Sort switch
    {
        null => null,
        var name when Sorting == name => "ascending",
        var name when Sorting == $"-{name}" => "descending",
        _ => null,
    };

    internal string HrefOf(Column<TRow> column) =>
        Address.With("sort", SortOf(column) == "ascending" ? $"-{column.Sort}" : column.Sort);

    internal void SortBy(string? by) => Address.Replace("sort", by);

    internal bool IsSelected(string key) => Selected?.Contains(key) == true;

    internal Task SelectAsync(string key)
    {
        var next = new HashSet<string>(Selected ?? new HashSet<string>());
        if (!next.Remove(key))
        {
            next.Add(key);
        }

        return SelectedChanged.InvokeAsync(next);
    }

    internal Task SelectAllAsync() => SelectedChanged.InvokeAsync(AllSelected ? new HashSet<string>() : Selectable.ToHashSet());
}
