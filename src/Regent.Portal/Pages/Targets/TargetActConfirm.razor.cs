using Microsoft.AspNetCore.Components;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;

namespace Regent.Portal.Pages.Targets;

/// <summary>Asks once, then starts, pauses or removes a target.</summary>
public sealed partial class TargetActConfirm
{
    private bool leave;

    /// <summary>What is to be done.</summary>
    [Parameter, EditorRequired]
    public TargetAct Act { get; set; }

    /// <summary>To which target.</summary>
    [Parameter, EditorRequired]
    public TargetSummary Of { get; set; } = default!;

    protected override string Id => "target-act";

    [Inject]
    private ChangeTargetState Changing { get; set; } = default!;

    [Inject]
    private RemoveTarget Removal { get; set; } = default!;

    private string Name => Of.Target.Name;

    private int There => Of.Of(LedgerState.Provisioning) + Of.Of(LedgerState.InEffect) + Of.Of(LedgerState.Ending);

    private string Question => Act switch
    {
        TargetAct.Start => $"Start {Name}?",
        TargetAct.Pause => $"Pause {Name}?",
        TargetAct.Remove => $"Remove {Name}?",
    };

    private string Verb => Act switch
    {
        TargetAct.Start => "Start",
        TargetAct.Pause => "Pause",
        TargetAct.Remove => "Remove",
    };

    private string Consequence => Act switch
    {
        TargetAct.Start => "From now on access lands there: what is missing is given, and what Regent gave and nothing covers any more is taken back. "
            + "What others put there stays, and is reported.",
        TargetAct.Pause => $"Nothing is written in {Name} until it is started again, not even to take access back: whoever has something there keeps it "
            + "past its end, and whoever activates a role waits.",
        TargetAct.Remove when There > 0 => $"{TargetWords.Count(There, "account")} may still have something there that Regent gave. Better remove its mappings, and wait until all is gone.",
        TargetAct.Remove => "Its mappings, its ledger and what was found there are forgotten. Nothing is changed in the system itself.",
    };

    private string Said => Act switch
    {
        TargetAct.Start => $"{Name} was started. Access lands there from now on.",
        TargetAct.Pause => $"{Name} is paused.",
        TargetAct.Remove => $"{Name} was removed.",
    };

    private Task ActAsync()
    {
        var id = Of.Target.Id;
        return DoAsync(
            caller => Act switch
            {
                TargetAct.Start => Changing.StartAsync(caller, id, CancellationToken.None),
                TargetAct.Pause => Changing.PauseAsync(caller, id, CancellationToken.None),
                TargetAct.Remove => Removal.ExecuteAsync(caller, id, leave, CancellationToken.None),
            },
            _ => Said);
    }
}
