using Regent.Operations.Ports;

namespace Regent.Api.OData;

/// <summary>What the query options of a request ask for.</summary>
internal sealed record ODataQuery
{
    public IReadOnlyList<FilterTerm> Filter { get; init; } = [];

    /// <summary>Words of which one must be found; empty asks for none.</summary>
    public IReadOnlyList<SearchTerm> Search { get; init; } = [];

    public Ordering? Order { get; init; }

    public Selection Selection { get; init; } = Selection.Default;

    /// <summary>How many items one answer may hold; null was not said.</summary>
    public int? Top { get; init; }

    /// <summary>How many items to leave out at the beginning.</summary>
    public int Skip { get; init; }

    /// <summary>How many items the sender would rather have in one answer; null was not said.</summary>
    public int? PreferredSize { get; init; }

    /// <summary>Where the answer before ended; null begins at the start.</summary>
    public string? After { get; init; }

    /// <summary>Whether the length of the whole list is wanted.</summary>
    public bool Count { get; init; }

    /// <summary>What is wanted to be seen of a single item, about which nothing else can be asked.</summary>
    public Reading<Selection> OfItem() => OnlyOfLists is { } option
        ? new Flaw(FlawKind.Query, "Only $select and $expand can be used with a single item.") { Target = option }
        : Selection;

    private string? OnlyOfLists => this switch
    {
        { Filter: [_, ..] } => "$filter",
        { Search: [_, ..] } => SearchTerm.Option,
        { Order: not null } => "$orderby",
        { Top: not null } => "$top",
        { Skip: > 0 } => "$skip",
        { After: not null } => SkipToken.Option,
        { Count: true } => "$count",
        _ => null,
    };

    /// <summary>The same question, when only the length of the list is wanted.</summary>
    public ODataQuery Counting() => this with { Top = 1, Skip = 0, Count = true };

    /// <summary>The stretch of the list that is wanted.</summary>
    public PageAsk Page(int usual) => new(Math.Min(Top ?? usual, PreferredSize ?? int.MaxValue), After) { WantsTotal = Count, Skip = Skip };
}
