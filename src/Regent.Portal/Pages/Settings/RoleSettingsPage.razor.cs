using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Policies;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Settings;

/// <summary>What one role demands at one scope; who manages it changes it, sees the difference, and then saves it.</summary>
public sealed partial class RoleSettingsPage
{
    private SettingsDraft? draft;
    private IReadOnlyList<Refusal> refusals = [];
    private bool tried;
    private bool reviewing;
    private bool saving;
    private bool saved;

    /// <summary>Which role.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Scope { get; set; }

    [SupplyParameterFromQuery(Name = "tab")]
    private string? TabName { get; set; }

    /// <summary>Whether the lines are fields.</summary>
    [SupplyParameterFromQuery]
    private string? Edit { get; set; }

    protected override object State => (nameof(RoleSettingsPage), Id, Scope);

    [Inject]
    private ListRoleSettings Settings { get; set; } = default!;

    [Inject]
    private ChangeRoleSettings Change { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private string Tab => SettingsTab.Of(TabName);

    private string EditHref => Address.GetUriWithQueryParameters(new Dictionary<string, object?> { ["edit"] = "1", ["tab"] = null });

    // What cannot be read is said by the refusal; until then the page is about the tenant.
    private Scope Where => Core.Roles.Scope.TryParse(Scope, out var scope) ? scope : Core.Roles.Scope.Tenant;

    private RoleSettings? Current => Model is Outcome<IReadOnlyList<RoleSettings>>.Done { Value: [var settings, ..] } ? settings : null;

    private IReadOnlyList<string> ApproverErrors =>
        [.. refusals.Where(refusal => refusal.Code == RefusalCode.InvalidPolicy).Select(refusal => refusal.Message)];

    private IReadOnlyList<Refusal> Elsewhere =>
        [.. refusals.Where(refusal => refusal.Code is not (RefusalCode.InvalidPolicy or RefusalCode.PolicyChangedMeanwhile))];

    protected override async Task<Outcome<IReadOnlyList<RoleSettings>>> LoadAsync(CancellationToken ct) =>
        string.IsNullOrEmpty(Scope) || Core.Roles.Scope.TryParse(Scope, out _)
            ? await Settings.ExecuteAsync(Caller, new RoleDefinitionId(Id), Where, ct)
            : new Refusal(
                RefusalCode.InvalidScope, $"“{Scope}” is no scope. It begins with /subscriptions/ or /groups/, and the whole tenant is left out.");

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (Edit is null || Current is { MayManage: false })
        {
            Forget();
        }
        else if (Current is not null && !IsAbout(Current))
        {
            Forget();
            saved = false;
            draft = new SettingsDraft(Current);
        }
    }

    private bool IsAbout(RoleSettings settings) => draft is { BasedOn: var rests }
        && (rests.Role.Id, rests.Policy.Scope) == (settings.Role.Id, settings.Policy.Scope);

    private void Forget()
    {
        draft = null;
        refusals = [];
        tried = false;
        reviewing = false;
    }

    private async Task DiscardAsync()
    {
        await Browser.InvokeVoidAsync("regent.forget", draft?.Name);
        Address.NavigateTo(Address.With("edit", null));
    }

    private async Task ReviewAsync()
    {
        refusals = [];
        tried = true;
        reviewing = draft!.WrongTab is null;
        if (draft.WrongTab is { } wrong)
        {
            await ShowAsync(wrong);
        }
    }

    private async Task ShowAsync(string tab)
    {
        Address.Replace("tab", tab == SettingsTab.Activation ? null : tab);
        await Browser.InvokeVoidAsync("regent.focusSoon", "#settings-form [aria-invalid=true]");
    }

    private void KeepMine()
    {
        draft!.MoveOnto(Current!);
        refusals = [];
    }

    private async Task SaveAsync()
    {
        if (saving || draft is null)
        {
            return;
        }

        saving = true;
        try
        {
            var outcome = await Change.ExecuteAsync(Caller, draft.Policy, CancellationToken.None);
            refusals = outcome.Reasons();
            saved = outcome is Outcome<RolePolicy>.Done;
            reviewing = false;
            await ReloadAsync();
            if (saved)
            {
                await DiscardAsync();
            }
            else if (ApproverErrors.Count > 0)
            {
                await ShowAsync(SettingsTab.Activation);
            }
        }
        finally
        {
            saving = false;
        }
    }
}
