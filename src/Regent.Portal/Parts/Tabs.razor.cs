using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Regent.Portal.Parts;

/// <summary>Tabs whose choice is a value of the query; the page renders the chosen one's content inside.</summary>
public sealed partial class Tabs
{
    /// <summary>What the tabs divide, for a screen reader.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The tabs, the first being the usual one.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TabItem> Items { get; set; } = [];

    /// <summary>The name of the query's value.</summary>
    [Parameter]
    public string Query { get; set; } = "tab";

    /// <summary>The values of the query that stay when another tab is chosen, such as that of the tabs around these, with commas between.</summary>
    [Parameter]
    public string? Keep { get; set; }

    /// <summary>What the chosen tab shows.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    private string Chosen => (Items.FirstOrDefault(tab => tab.Name == Address.Query(Query)) ?? Items[0]).Name;

    private string PanelId => $"{Query}-panel";

    // A tab starts its list anew: the words and filters of another list mean nothing there.
    private string HrefOf(TabItem tab) => QueryHelpers.AddQueryString(
        new Uri(Address.Uri).AbsolutePath,
        (Keep ?? "").Split(',').Select(name => KeyValuePair.Create(name, Address.Query(name)))
            .Append(KeyValuePair.Create(Query, tab == Items[0] ? null : tab.Name)).Where(value => value.Value is not null));
}
