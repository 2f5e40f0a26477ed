using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Regent.Portal.Parts;

/// <summary>Words to search a list for, kept in the query a moment after typing stops.</summary>
public sealed partial class SearchBox : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private string typed = "";
    private string? known;
    private Pause? pause;

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

    public void Dispose()
    {
        pause?.Dispose();
        Address.LocationChanged -= Move;
    }

    protected override void OnInitialized()
    {
        Read();
        Address.LocationChanged += Move;
    }

    // Takes over what the address says when it changed from outside, never what the reader is still typing.
    private void Read()
    {
        var now = Address.Query(Query) ?? "";
        if (now != known)
        {
            known = now;
            typed = pause is { IsWaiting: true } ? typed : now;
        }
    }

    private void Move(object? sender, LocationChangedEventArgs moved) => InvokeAsync(() =>
    {
        Read();
        StateHasChanged();
    });

    private Task TypeAsync(ChangeEventArgs change)
    {
        typed = change.Value?.ToString() ?? "";
        pause ??= new Pause(SearchAsync);

        return pause.WaitAsync(Patience, anew: true);
    }

    private Task SearchAsync()
    {
        Address.Replace(Query, typed.Trim());

        return Task.CompletedTask;
    }
}
