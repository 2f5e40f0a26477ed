using Microsoft.AspNetCore.Components;
using Regent.Core.Roles;
using Regent.Operations.Roles;

namespace Regent.Portal.Pages.Scopes;

/// <summary>Adds an administrative unit or a scope of the tree, or renames and moves the one that is there.</summary>
public sealed partial class ScopePanel
{
    private ScopeForm form = default!;

    /// <summary>Of which role system.</summary>
    [Parameter, EditorRequired]
    public RoleSystem System { get; set; }

    /// <summary>What a new one is to lie in; null at the top.</summary>
    [Parameter]
    public NamedPlace? In { get; set; }

    /// <summary>The one that is renamed or moved; null to add one.</summary>
    [Parameter]
    public ScopeNode? Changing { get; set; }

    protected override string Id => "scope-panel";

    protected override bool IsComplete =>
        !LacksName && (!IsNew || System == RoleSystem.Directory || form.TypeErrors.Count + form.KeyErrors.Count == 0);

    [Inject]
    private AddScope Adding { get; set; } = default!;

    [Inject]
    private SaveScope Saving { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private bool IsNew => Changing is null;

    // What a path names by itself needs no other name.
    private bool NeedsName => !IsNew || form.Kind is ScopeKind.AdministrativeUnit or ScopeKind.ManagementGroup or ScopeKind.Subscription;

    private string Title => (IsNew, System) switch
    {
        (true, RoleSystem.Directory) => "Add administrative unit",
        (true, _) => "Add scope",
        (false, _) => $"Change {Changing!.DisplayName}",
    };

    private bool LacksName => NeedsName && string.IsNullOrWhiteSpace(form.Name);

    private IReadOnlyList<string> NameErrors => Tried && LacksName ? ["Give it a name."] : [];

    protected override void OnInitialized() =>
        form = Changing is null ? new ScopeForm(System, In) : ScopeForm.Of(Changing, In);

    private Task SendAsync() => DoAsync(
        caller => Changing is null
            ? Adding.ExecuteAsync(caller, Added(), CancellationToken.None)
            : Saving.ExecuteAsync(caller, form.Node(Changing.Scope), CancellationToken.None),
        saved => IsNew ? $"{saved.DisplayName} was added." : $"{saved.DisplayName} was changed.");

    private ScopeNode Added() =>
        System == RoleSystem.Directory ? form.Node(Scope.OfUnit(Guid.CreateVersion7(Clock.GetUtcNow()))) : form.New;
}
