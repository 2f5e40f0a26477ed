using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Targets;

/// <summary>Adds a target, or changes how one is reached, and tries whether it can be used before that.</summary>
public sealed partial class TargetPanel
{
    private TargetForm? form;
    private IReadOnlyList<Refusal> refusals = [];
    private IReadOnlyList<TargetFinding>? found;
    private bool tried;
    private bool trying;
    private bool sending;

    /// <summary>The one that is changed; null to add one.</summary>
    [Parameter]
    public Target? Changing { get; set; }

    /// <summary>Called when the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with the target when it was saved.</summary>
    [Parameter, EditorRequired]
    public EventCallback<Target> OnSaved { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private TargetDrivers Drivers { get; set; } = default!;

    [Inject]
    private SaveTarget Saving { get; set; } = default!;

    [Inject]
    private CheckTarget Checking { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    // What was never started is nowhere yet.
    private IReadOnlyList<string> Moved =>
        Changing is not null && form is not null && (Changing.State != TargetState.New || TargetForm.Errors(refusals, "moved").Count > 0) ? form.Moved(Changing) : [];

    protected override void OnInitialized()
    {
        if (Changing is not null)
        {
            form = new TargetForm(Drivers.Of(Changing.Kind), Changing);
        }
        else if (Drivers.All is [var only])
        {
            form = new TargetForm(only);
        }
    }

    private async Task ChooseAsync(TargetDriver driver)
    {
        (form, refusals, found, tried) = (new TargetForm(driver), [], null, false);
        await Browser.InvokeVoidAsync("regent.focusSoon", "#target-name");
    }

    private async Task TryAsync()
    {
        if (trying || form is null || Caller.From((await Authentication).User) is not { } caller)
        {
            return;
        }

        (trying, tried, found) = (true, true, null);
        try
        {
            var outcome = await Checking.ExecuteAsync(caller, Changing?.Id, form.Ask, CancellationToken.None);
            refusals = outcome.Reasons();
            found = outcome is Outcome<IReadOnlyList<TargetFinding>>.Done(var findings) ? findings : null;
        }
        finally
        {
            trying = false;
        }

        await FocusOnMistakeAsync();
    }

    private async Task SaveAsync()
    {
        if (sending || form is null || Caller.From((await Authentication).User) is not { } caller)
        {
            return;
        }

        (sending, tried, refusals) = (true, true, []);
        try
        {
            if (form.SweepErrors.Count == 0)
            {
                var outcome = await Saving.ExecuteAsync(caller, Changing?.Id, form.Ask, CancellationToken.None);
                refusals = outcome.Reasons();
                if (outcome is Outcome<Target>.Done(var saved))
                {
                    await OnSaved.InvokeAsync(saved);
                    return;
                }
            }
        }
        finally
        {
            sending = false;
        }

        await FocusOnMistakeAsync();
    }

    private async Task FocusOnMistakeAsync()
    {
        if (form!.SweepErrors.Count + refusals.Count > 0)
        {
            await Browser.InvokeVoidAsync("regent.focusSoon", "#target-form [aria-invalid=true]");
        }
    }
}
