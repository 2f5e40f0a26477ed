using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Roles;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Scopes;

/// <summary>The tree of management groups, subscriptions, resource groups and resources, walked down scope by scope.</summary>
public sealed partial class ResourcesPage
{
    private string? done;
    private bool removing;
    private string? shown;

    /// <summary>The scope that is looked at; null is the top of the tree.</summary>
    [SupplyParameterFromQuery(Name = "scope")]
    private string? At { get; set; }

    /// <summary>What the panel does, <c>add</c> or <c>change</c>; null while it is closed.</summary>
    [SupplyParameterFromQuery]
    private string? Do { get; set; }

    protected override object State => At ?? "";

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private GetPlace Places { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private PlaceView? View => (Model as Outcome<PlaceView>.Done)?.Value;

    private bool MayManage => At is null
        ? Overview?.Authority.ManagedIn(RoleSystem.Resources).IsEverywhere == true
        : View is { MayManage: true };

    private NamedPlace? Here => View?.Node is { } node ? new NamedPlace(node.Scope, node.DisplayName) : null;

    private NamedPlace? Above => (View?.Node?.Parent, View?.Above) switch
    {
        (null, _) => null,
        ({ } parent, [.., var above]) when above.Scope == parent => new NamedPlace(parent, above.DisplayName),
        ({ } parent, _) => new NamedPlace(parent, Name: null),
    };

    // The top is there for everybody; the list says what they see of it.
    protected override async Task<Outcome<PlaceView>> LoadAsync(CancellationToken ct) => (At, Scope.TryParse(At, out var scope)) switch
    {
        (null, _) => new PlaceView(Scope.Tenant, Name: null),
        (_, true) when scope!.System == RoleSystem.Resources => await Places.ExecuteAsync(Caller, scope, ct),
        _ => new Refusal(RefusalCode.InvalidScope, $"“{At}” is no resource scope. Look for it in the tree."),
    };

    // Walking down or up is like going to another page.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var moved = !firstRender && shown != At;
        shown = At;
        if (moved)
        {
            await Browser.InvokeVoidAsync("regent.heading");
        }
    }

    protected override void OnParametersSet()
    {
        if (shown != At)
        {
            removing = false;
        }
    }

    private void Close() => Address.NavigateTo(Address.With("do", null));

    private void Leave(string said)
    {
        (done, removing) = (said, false);
        Address.NavigateTo(Above is { } above ? PlaceLinks.Resource(above.Scope) : "/resources");
    }
}
