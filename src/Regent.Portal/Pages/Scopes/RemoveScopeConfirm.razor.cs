using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Roles;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Scopes;

/// <summary>Asks once, then takes a scope out of the tree.</summary>
public sealed partial class RemoveScopeConfirm
{
    private IReadOnlyList<Refusal> refusals = [];

    /// <summary>What leaves.</summary>
    [Parameter, EditorRequired]
    public ScopeNode Leaving { get; set; } = default!;

    /// <summary>Called when the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with a sentence when it is gone.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnDone { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private RemoveScope Removal { get; set; } = default!;

    private async Task RemoveAsync()
    {
        if (Caller.From((await Authentication).User) is not { } caller)
        {
            return;
        }

        refusals = (await Removal.ExecuteAsync(caller, Leaving.Scope, CancellationToken.None)).Reasons();
        if (refusals.Count == 0)
        {
            await OnDone.InvokeAsync($"{Leaving.DisplayName} was removed.");
        }
    }
}
