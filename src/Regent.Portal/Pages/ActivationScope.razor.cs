using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Roles;

namespace Regent.Portal.Pages;

/// <summary>Narrows an activation from the scope of the eligibility to one that lies in it (specification, section 9.3).</summary>
public sealed partial class ActivationScope
{
    private const int First = 20;

    private IReadOnlyList<ListedScope> chosen = [];

    /// <summary>Where the reader is eligible.</summary>
    [Parameter, EditorRequired]
    public Scope Within { get; set; } = Scope.Tenant;

    /// <summary>What that is called.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Called with the scope that is chosen; null while none is.</summary>
    [Parameter, EditorRequired]
    public EventCallback<Scope?> OnChoose { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private BrowseScopes Scopes { get; set; } = default!;

    protected override void OnInitialized() =>
        chosen = [new ListedScope(new ScopeNode(Within, Name ?? Within.Value, Parent: null), ParentName: null)];

    private Task ChooseAsync(IReadOnlyList<ListedScope> next)
    {
        chosen = next;

        return OnChoose.InvokeAsync(next is [var one] ? one.Node.Scope : null);
    }

    private async Task<IReadOnlyList<ListedScope>> FindAsync(string words) => Caller.From((await Authentication).User) is { } caller
        ? (await Scopes.ExecuteAsync(
            caller, new ScopeQuery(RoleSystem.Resources) { Within = [Within], Search = words }, new PageAsk(First), CancellationToken.None)).Items
        : [];
}
