using Microsoft.AspNetCore.Components;
using Regent.Core.Roles;
using Regent.Operations.Roles;

namespace Regent.Portal.Pages.Scopes;

/// <summary>Asks once, then takes a scope out of the tree.</summary>
public sealed partial class RemoveScopeConfirm
{
    /// <summary>What leaves.</summary>
    [Parameter, EditorRequired]
    public ScopeNode Leaving { get; set; } = default!;

    protected override string Id => "remove-scope";

    [Inject]
    private RemoveScope Removal { get; set; } = default!;

    private Task RemoveAsync() => DoAsync(
        caller => Removal.ExecuteAsync(caller, Leaving.Scope, CancellationToken.None), _ => $"{Leaving.DisplayName} was removed.");
}
