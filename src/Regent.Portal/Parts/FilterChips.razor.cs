using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>Filters of a list that are on or off, kept in the query as values with commas between.</summary>
public sealed partial class FilterChips
{
    /// <summary>What is filtered by: "Status".</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The name of the query's value.</summary>
    [Parameter, EditorRequired]
    public string Query { get; set; } = "";

    /// <summary>The filters: value in the query, and what people read.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<(string Value, string Title)> Options { get; set; } = [];

    /// <summary>Whether one filter takes the place of another.</summary>
    [Parameter]
    public bool OnlyOne { get; set; }

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    private string[] Chosen => Address.Query(Query)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private void Toggle(string value)
    {
        string[] next = Chosen switch
        {
            var chosen when chosen.Contains(value) => [.. chosen.Where(other => other != value)],
            _ when OnlyOne => [value],
            var chosen => [.. chosen, value],
        };
        Address.Replace(Query, string.Join(',', next));
    }
}
