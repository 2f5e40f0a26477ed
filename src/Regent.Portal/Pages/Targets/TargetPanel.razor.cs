using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;

namespace Regent.Portal.Pages.Targets;

/// <summary>Adds a target, or changes how one is reached, and tries whether it can be used before that.</summary>
public sealed partial class TargetPanel
{
    private TargetForm? form;
    private IReadOnlyList<TargetFinding>? found;
    private bool trying;

    /// <summary>The one that is changed; null to add one.</summary>
    [Parameter]
    public Target? Changing { get; set; }

    /// <summary>Called with the target when it was saved.</summary>
    [Parameter, EditorRequired]
    public EventCallback<Target> OnSaved { get; set; }

    protected override string Id => "target-panel";

    protected override bool IsComplete => form is { SweepErrors.Count: 0 };

    [Inject]
    private TargetDrivers Drivers { get; set; } = default!;

    [Inject]
    private SaveTarget Saving { get; set; } = default!;

    [Inject]
    private CheckTarget Checking { get; set; } = default!;

    // What was never started is nowhere yet.
    private IReadOnlyList<string> Moved =>
        Changing is not null && form is not null && (Changing.State != TargetState.New || TargetForm.Errors(Refusals, "moved").Count > 0) ? form.Moved(Changing) : [];

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
        Again();
        form = new TargetForm(driver);
        await Browser.InvokeVoidAsync("regent.focusSoon", "#target-name");
    }

    private void Again()
    {
        Forget();
        (form, found) = (null, null);
    }

    private async Task TryAsync()
    {
        (trying, found) = (true, null);
        try
        {
            var outcome = await AskAsync(caller => Checking.ExecuteAsync(caller, Changing?.Id, form!.Ask, CancellationToken.None));
            found = outcome is Outcome<IReadOnlyList<TargetFinding>>.Done(var findings) ? findings : null;
        }
        finally
        {
            trying = false;
        }

        if (found is not null)
        {
            await Browser.InvokeVoidAsync("regent.focusSoon", "#target-panel [data-testid=findings]");
        }
    }

    private async Task SaveAsync()
    {
        var outcome = await AskAsync(caller => Saving.ExecuteAsync(caller, Changing?.Id, form!.Ask, CancellationToken.None));
        if (outcome is Outcome<Target>.Done(var saved))
        {
            await OnSaved.InvokeAsync(saved);
        }
    }
}
