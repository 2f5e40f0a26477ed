using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Roles;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Assignments;

/// <summary>The place a list is narrowed to, kept in the address as its scope.</summary>
public sealed partial class ScopeFilter
{
    private const string Query = "scope";

    private readonly FieldContext field = new("scope-filter", DescribedBy: "", Invalid: null);

    /// <summary>Places of which role system.</summary>
    [Parameter, EditorRequired]
    public RoleSystem System { get; set; }

    protected override object State => (System, Address.Query(Query));

    [Inject]
    private GetPlace Places { get; set; } = default!;

    private string Label => System switch
    {
        RoleSystem.Directory => "Any scope",
        RoleSystem.Groups => "Any group",
        RoleSystem.Resources => "Any resource",
    };

    // What cannot be named, for it is unknown or not for this reader, still stands there to be taken away.
    protected override async Task<IReadOnlyList<NamedPlace>> LoadAsync(CancellationToken ct)
    {
        if (!Scope.TryParse(Address.Query(Query), out var scope))
        {
            return [];
        }

        return await Places.ExecuteAsync(Caller, scope, ct) is Outcome<PlaceView>.Done(var view)
            ? [new NamedPlace(view.Scope, view.Name)]
            : [new NamedPlace(scope, Name: null)];
    }

    private void Choose(IReadOnlyList<NamedPlace> chosen) =>
        Address.Replace(Query, chosen is [var place] ? place.Scope.Value : null);
}
