using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Apps;
using Regent.Operations.Apps;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Apps;

/// <summary>Shows a program, or registers or changes one.</summary>
public sealed partial class AppPanel
{
    private AppForm form = new();
    private RegisteredApp? filled;
    private string? secret;
    private IReadOnlyList<Refusal> refusals = [];
    private IReadOnlyList<Refusal> removal = [];
    private bool saving;
    private bool removing;

    /// <summary>Which program; null is a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>The program with the secret it was registered with a moment ago; null for any other.</summary>
    [Parameter]
    public AppWithSecret? Shown { get; set; }

    /// <summary>Whether the reader may register programs at all.</summary>
    [Parameter]
    public bool MayRegister { get; set; }

    /// <summary>Called when the reader is through.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with a program that was just registered.</summary>
    [Parameter]
    public EventCallback<AppWithSecret> OnMade { get; set; }

    /// <summary>Called with a sentence about what was done.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    protected override object State => (nameof(AppPanel), Id);

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private ListApps Apps { get; set; } = default!;

    [Inject]
    private AppOperations Operations { get; set; } = default!;

    [Inject]
    private IPermissionCatalog Catalog { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private static IReadOnlyList<Refusal> Gone { get; } =
        [new(RefusalCode.AppRegistrationNotFound, "There is no such program. Somebody may have removed it.")];

    private bool MayGrant => Overview?.Authority.MayRegister(actsForItself: true) == true;

    private bool MayChange => MayRegister && (Model?.App is not { Application.Count: > 0 } || MayGrant);

    protected override async Task<AppShown> LoadAsync(CancellationToken ct) => new(
        Id is { } id && await Apps.ExecuteAsync(Caller, ct) is Outcome<IReadOnlyList<RegisteredApp>>.Done(var all)
            ? all.FirstOrDefault(app => app.Id.Value == id)
            : null);

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        secret ??= Shown?.Secret;
        if (filled is null && Model?.App is { } app)
        {
            filled = app;
            form = AppForm.Of(app);
        }
    }

    private async Task SaveAsync()
    {
        if (saving)
        {
            return;
        }

        saving = true;
        try
        {
            await (Id is null ? RegisterAsync() : ChangeAsync(new AppId(Id.Value)));
            if (refusals.Count > 0)
            {
                await Browser.InvokeVoidAsync("regent.focusSoon", "#app-panel [data-testid=refused]");
            }
        }
        finally
        {
            saving = false;
        }
    }

    private async Task RegisterAsync()
    {
        var outcome = await Operations.Register.ExecuteAsync(Caller, form.Ask(), CancellationToken.None);
        refusals = outcome.Reasons();
        if (outcome is Outcome<AppWithSecret>.Done(var made))
        {
            await OnDone.InvokeAsync($"{made.App.Name} was registered.");
            await OnMade.InvokeAsync(made);
        }
    }

    private async Task ChangeAsync(AppId id)
    {
        var outcome = await Operations.Change.ExecuteAsync(Caller, id, form.Ask(), CancellationToken.None);
        refusals = outcome.Reasons();
        if (outcome is Outcome<RegisteredApp>.Done(var saved))
        {
            await OnDone.InvokeAsync($"{saved.Name} was saved.");
            await OnClose.InvokeAsync();
        }
    }

    private async Task AddSecretAsync(TimeSpan goodFor)
    {
        var outcome = await Operations.AddSecret.ExecuteAsync(Caller, new AppId(Id!.Value), goodFor, CancellationToken.None);
        refusals = outcome.Reasons();
        if (outcome is Outcome<AppWithSecret>.Done(var added))
        {
            secret = added.Secret;
            await ReloadAsync();
        }
    }

    private async Task RemoveSecretAsync(Guid which)
    {
        refusals = (await Operations.RemoveSecret.ExecuteAsync(Caller, new AppId(Id!.Value), which, CancellationToken.None)).Reasons();
        await ReloadAsync();
    }

    private async Task RemoveAsync()
    {
        var outcome = await Operations.Remove.ExecuteAsync(Caller, new AppId(Id!.Value), CancellationToken.None);
        removal = outcome.Reasons();
        if (outcome is Outcome<RegisteredApp>.Done(var removed))
        {
            removing = false;
            await OnDone.InvokeAsync($"{removed.Name} was removed.");
            await OnClose.InvokeAsync();
        }
    }
}
