using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Targets;

/// <summary>What Regent would do in a target now, read from the target at this moment. Only who has seen it can start the target.</summary>
public sealed partial class TargetPlanView
{
    private TargetPlan? plan;
    private IReadOnlyList<Refusal> refusals = [];
    private bool looking;

    /// <summary>The target.</summary>
    [Parameter, EditorRequired]
    public TargetDetail Of { get; set; } = default!;

    /// <summary>Whether the reader may look.</summary>
    [Parameter]
    public bool MayManage { get; set; }

    /// <summary>Called when the reader wants to start it.</summary>
    [Parameter]
    public EventCallback OnStart { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private PlanTarget Planning { get; set; } = default!;

    private string Sum => plan switch
    {
        null => "",
        { ToGive.Count: 0, ToTakeBack.Count: 0 } => $"Nothing would change. {Right(plan)}",
        _ when Of.Summary.Target.State == TargetState.New => $"This is what Regent would do once it is started. {Right(plan)}",
        _ => $"This is what Regent has still to do. {Right(plan)}",
    };

    // Asking takes its time and is noted, so the page that is only drawn in advance does not ask.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && MayManage && Of.Mappings.Count > 0)
        {
            await LookAsync();
            StateHasChanged();
        }
    }

    private static string Right(TargetPlan plan) => plan.AsItShouldBe switch
    {
        0 => "",
        1 => "1 entitlement is there already, as it should be.",
        var many => $"{many} entitlements are there already, as they should be.",
    };

    private async Task LookAsync()
    {
        if (looking || Caller.From((await Authentication).User) is not { } caller)
        {
            return;
        }

        looking = true;
        try
        {
            var outcome = await Planning.ExecuteAsync(caller, Of.Summary.Target.Id, CancellationToken.None);
            (plan, refusals) = (outcome is Outcome<TargetPlan>.Done(var seen) ? seen : null, outcome.Reasons());
        }
        finally
        {
            looking = false;
        }
    }
}
