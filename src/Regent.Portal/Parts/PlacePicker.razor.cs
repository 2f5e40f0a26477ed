using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Roles;

namespace Regent.Portal.Parts;

/// <summary>Picks one place of a role system: the tenant or a unit, a group, or a scope of the tree.</summary>
public sealed partial class PlacePicker
{
    private const int First = 20;

    /// <summary>The field it stands in.</summary>
    [Parameter, EditorRequired]
    public FieldContext Of { get; set; } = default!;

    /// <summary>The place that has been picked, if any.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<NamedPlace> Chosen { get; set; } = [];

    /// <summary>Called after each change.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<NamedPlace>> ChosenChanged { get; set; }

    /// <summary>Places of which role system.</summary>
    [Parameter, EditorRequired]
    public RoleSystem System { get; set; }

    /// <summary>Only scopes of this kind; null is all.</summary>
    [Parameter]
    public ScopeKind? Kind { get; set; }

    /// <summary>Only places the reader manages; else those where they see what is held.</summary>
    [Parameter]
    public bool ToManage { get; set; }

    /// <summary>What can be typed.</summary>
    [Parameter]
    public string Placeholder { get; set; } = "Type a name";

    [Inject]
    private FindPlaces Places { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    // Two places may share a name; their paths tell them apart.
    private static string Name(NamedPlace place) => $"{Words.Place(place)} {place.Scope}";

    private static string DetailOf(NamedPlace place) => place switch
    {
        { Scope.Kind: ScopeKind.Tenant } => "The whole organisation",
        { ParentName: { } parent } => $"{Words.Of(place.Scope.Kind)} in {parent}",
        _ => Words.Of(place.Scope.Kind),
    };

    private async Task<IReadOnlyList<NamedPlace>> FindAsync(string words) => Caller.From((await Authentication).User) is { } caller
        ? (await Places.ExecuteAsync(caller, System, words, Kind, ToManage, new PageAsk(First), CancellationToken.None)).Items
        : [];
}
