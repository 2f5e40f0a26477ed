using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Policies;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Settings;

/// <summary>What one role demands; administrators change it, see the difference, and then save it.</summary>
public sealed partial class RoleSettingsPage
{
    private static readonly TabItem[] Items = [new("activation", "Activation")];

    private SettingsDraft? draft;
    private IReadOnlyList<Refusal> refusals = [];
    private bool reviewing;
    private bool saving;
    private bool saved;

    /// <summary>Which role.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Whether the lines are fields.</summary>
    [SupplyParameterFromQuery]
    private string? Edit { get; set; }

    [CascadingParameter]
    private Overview? Overview { get; set; }

    protected override object State => (nameof(RoleSettingsPage), Id);

    [Inject]
    private ListRoleSettings Settings { get; set; } = default!;

    [Inject]
    private ChangeRoleSettings Change { get; set; } = default!;

    private bool MayManage => Overview?.Authority.MayManage == true;

    private RoleSettings? Current => Model is Outcome<IReadOnlyList<RoleSettings>>.Done { Value: [var settings, ..] } ? settings : null;

    private IReadOnlyList<string> ApproverErrors =>
        [.. refusals.Where(refusal => refusal.Code == RefusalCode.InvalidPolicy).Select(refusal => refusal.Message)];

    private IReadOnlyList<Refusal> Elsewhere =>
        [.. refusals.Where(refusal => refusal.Code is not (RefusalCode.InvalidPolicy or RefusalCode.PolicyChangedMeanwhile))];

    protected override Task<Outcome<IReadOnlyList<RoleSettings>>> LoadAsync(CancellationToken ct) =>
        Settings.ExecuteAsync(Caller, new RoleDefinitionId(Id), ct);

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (Edit is null || !MayManage)
        {
            Forget();
        }
        else if (Current is not null && draft?.BasedOn.Role.Id != Current.Role.Id)
        {
            Forget();
            saved = false;
            draft = new SettingsDraft(Current);
        }
    }

    private void Forget()
    {
        draft = null;
        refusals = [];
        reviewing = false;
    }

    private void Discard() => Address.NavigateTo(Address.With("edit", null));

    private void Review()
    {
        refusals = [];
        reviewing = true;
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
            var outcome = await Change.ExecuteAsync(
                Caller, draft.BasedOn.Policy with { Activation = draft.Settings }, CancellationToken.None);
            refusals = outcome.Reasons();
            saved = outcome is Outcome<RolePolicy>.Done;
            reviewing = false;
            await ReloadAsync();
            if (saved)
            {
                Discard();
            }
        }
        finally
        {
            saving = false;
        }
    }
}
