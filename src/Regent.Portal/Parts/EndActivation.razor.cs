using Microsoft.AspNetCore.Components;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Portal.Parts;

/// <summary>Asks once, then ends an activation of the reader's own.</summary>
public sealed partial class EndActivation
{
    /// <summary>What to end.</summary>
    [Parameter, EditorRequired]
    public ScheduleListing Held { get; set; } = default!;

    protected override string Id => "end";

    [Inject]
    private DeactivateRole Deactivation { get; set; } = default!;

    private Task EndAsync() => DoAsync(
        caller => Deactivation.ExecuteAsync(caller, Held.Schedule.Role, Held.Schedule.Scope, justification: null, CancellationToken.None));
}
