using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Roles;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Scopes;

/// <summary>Adds an administrative unit or a scope of the tree, or renames and moves the one that is there.</summary>
public sealed partial class ScopePanel
{
    private ScopeForm form = default!;
    private IReadOnlyList<Refusal> refusals = [];
    private bool tried;
    private bool sending;

    /// <summary>Of which role system.</summary>
    [Parameter, EditorRequired]
    public RoleSystem System { get; set; }

    /// <summary>What a new one is to lie in; null at the top.</summary>
    [Parameter]
    public NamedPlace? In { get; set; }

    /// <summary>The one that is renamed or moved; null to add one.</summary>
    [Parameter]
    public ScopeNode? Changing { get; set; }

    /// <summary>Called when it was done or the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with a sentence when it was done.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private AddScope Adding { get; set; } = default!;

    [Inject]
    private SaveScope Saving { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private bool IsNew => Changing is null;

    // What a path names by itself needs no other name.
    private bool NeedsName => !IsNew || form.Kind is ScopeKind.AdministrativeUnit or ScopeKind.ManagementGroup or ScopeKind.Subscription;

    private string Title => (IsNew, System) switch
    {
        (true, RoleSystem.Directory) => "Add administrative unit",
        (true, _) => "Add scope",
        (false, _) => $"Change {Changing!.DisplayName}",
    };

    private IReadOnlyList<string> NameErrors => tried && NeedsName && string.IsNullOrWhiteSpace(form.Name) ? ["Give it a name."] : [];

    private bool IsComplete => NameErrors.Count == 0 && (!IsNew || System == RoleSystem.Directory || form.TypeErrors.Count + form.KeyErrors.Count == 0);

    protected override void OnInitialized() =>
        form = Changing is null ? new ScopeForm(System, In) : ScopeForm.Of(Changing, In);

    private async Task SendAsync()
    {
        if (sending || Caller.From((await Authentication).User) is not { } caller)
        {
            return;
        }

        (sending, tried, refusals) = (true, true, []);
        try
        {
            if (IsComplete)
            {
                await SaveAsync(caller);
            }
            else
            {
                await Browser.InvokeVoidAsync("regent.focusSoon", "#scope-form [aria-invalid=true]");
            }
        }
        finally
        {
            sending = false;
        }
    }

    private async Task SaveAsync(Caller caller)
    {
        var outcome = Changing is null
            ? await Adding.ExecuteAsync(caller, Added(), CancellationToken.None)
            : await Saving.ExecuteAsync(caller, form.Node(Changing.Scope), CancellationToken.None);
        refusals = outcome.Reasons();
        if (outcome is Outcome<ScopeNode>.Done(var saved))
        {
            await OnDone.InvokeAsync(IsNew ? $"{saved.DisplayName} was added." : $"{saved.DisplayName} was changed.");
            await OnClose.InvokeAsync();
        }
    }

    private ScopeNode Added() =>
        System == RoleSystem.Directory ? form.Node(Scope.OfUnit(Guid.CreateVersion7(Clock.GetUtcNow()))) : form.New;
}
