using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>Words to search a list for, kept in the query a moment after typing stops.</summary>
public sealed partial class SearchBox : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private string typed = "";
    private string? known;
    private ITimer? pause;

    /// <summary>What is searched, as a placeholder: "Search roles and scopes".</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The name of the query's value.</summary>
    [Parameter]
    public string Query { get; set; } = "q";

    /// <summary>The input's id.</summary>
    [Parameter]
    public string Id { get; set; } = "search";

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    public void Dispose() => pause?.Dispose();

    // Takes over what the address says when it changed from outside, never what the reader is still typing.
    protected override void OnParametersSet()
    {
        var now = Address.Query(Query) ?? "";
        if (now != known)
        {
            known = now;
            typed = pause is null ? now : typed;
        }
    }

    private void Type(ChangeEventArgs change)
    {
        typed = change.Value?.ToString() ?? "";
        pause?.Dispose();
        pause = Clock.CreateTimer(_ => InvokeAsync(Search), null, Patience, Timeout.InfiniteTimeSpan);
    }

    private void Search()
    {
        pause?.Dispose();
        pause = null;
        Address.Replace(Query, typed.Trim());
    }
}
