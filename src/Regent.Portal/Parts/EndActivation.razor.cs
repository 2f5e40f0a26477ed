using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Regent.Core;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Portal.Parts;

/// <summary>Asks once, then ends an activation of the reader's own.</summary>
public sealed partial class EndActivation
{
    private IReadOnlyList<Refusal> reasons = [];

    /// <summary>What to end.</summary>
    [Parameter, EditorRequired]
    public ScheduleListing Held { get; set; } = default!;

    /// <summary>Called when it was ended or the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private DeactivateRole Deactivation { get; set; } = default!;

    private async Task EndAsync()
    {
        if (Caller.From((await Authentication).User) is { } caller)
        {
            var outcome = await Deactivation.ExecuteAsync(
                caller, Held.Schedule.Role, Held.Schedule.Scope, justification: null, CancellationToken.None);
            reasons = outcome.Reasons();
            if (reasons.Count == 0)
            {
                await OnClose.InvokeAsync();
            }
        }
    }
}
