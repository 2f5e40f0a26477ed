using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Targets;

/// <summary>Says what a role gives in a target, and how it ends there.</summary>
public sealed partial class MappingPanel
{
    private static readonly (RoleSystem, string)[] Systems =
        [(RoleSystem.Directory, "a directory role"), (RoleSystem.Groups, "a place in a group"), (RoleSystem.Resources, "a role on resources")];

    private static readonly string[] Fields = ["entitlements", "warnBefore", "closeBefore"];

    private MappingForm form = default!;
    private IReadOnlyList<Refusal> refusals = [];
    private bool tried;
    private bool sending;

    /// <summary>In which target.</summary>
    [Parameter, EditorRequired]
    public TargetSummary Of { get; set; } = default!;

    /// <summary>The one that is changed; null to add one.</summary>
    [Parameter]
    public ListedMapping? Changing { get; set; }

    /// <summary>Called when it is saved or the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with a sentence when it is saved.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private SaveMapping Saving { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private IReadOnlyList<Refusal> Elsewhere => [.. refusals.Where(refusal => !Fields.Contains(refusal.Target))];

    protected override void OnInitialized() => form = Changing is null ? new MappingForm() : new MappingForm(Changing);

    private static string Text(ChangeEventArgs change) => change.Value?.ToString() ?? "";

    private bool Can(LandingStep step, [NotNullWhen(true)] out string? words) => Of.Driver.Landing.TryGetValue(step, out words);

    private IReadOnlyList<string> Errors(IReadOnlyList<string> missing, string field) =>
        tried && missing.Count > 0 ? missing : [.. refusals.Where(refusal => refusal.Target == field).Select(refusal => refusal.Message)];

    private async Task SendAsync()
    {
        if (sending || Caller.From((await Authentication).User) is not { } caller)
        {
            return;
        }

        (sending, tried, refusals) = (true, true, []);
        try
        {
            if (form.IsComplete)
            {
                await SaveAsync(caller);
            }

            if (!form.IsComplete || refusals.Count > 0)
            {
                await Browser.InvokeVoidAsync("regent.focusSoon", "#mapping-form [aria-invalid=true], #mapping-panel [data-testid=refused]");
            }
        }
        finally
        {
            sending = false;
        }
    }

    private async Task SaveAsync(Caller caller)
    {
        refusals = (await Saving.ExecuteAsync(caller, Of.Target.Id, Changing?.Mapping.Id, form.Ask, CancellationToken.None)).Reasons();
        if (refusals.Count == 0)
        {
            var follows = Of.Target.State == TargetState.Live ? "Who holds it already has it there in a moment." : "Look at the plan to see what that would give.";
            await OnDone.InvokeAsync($"{form.Roles[0].DisplayName} gives {Words.List(form.Ask.Entitlements)}. {follows}");
            await OnClose.InvokeAsync();
        }
    }
}
