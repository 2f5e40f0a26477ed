using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Operations.Roles;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Roles;

/// <summary>Shows a role, or makes or changes one of the organisation's own.</summary>
public sealed partial class RolePanel
{
    private const int MostScopes = 20;
    private const int Found = 20;

    private RoleForm form = new();
    private RoleDefinition? filled;
    private IReadOnlyList<Refusal> refusals = [];
    private IReadOnlyList<Refusal> removal = [];
    private bool saving;
    private bool removing;

    /// <summary>Of which system.</summary>
    [Parameter, EditorRequired]
    public RoleSystem System { get; set; }

    /// <summary>Which role; null is a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>Whether the reader may make roles of this system at all.</summary>
    [Parameter]
    public bool MayMake { get; set; }

    /// <summary>Called when it was saved, removed, or the reader is through.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with a sentence when it was saved or removed.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    protected override object State => (nameof(RolePanel), System, Id);

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private ListRoles Roles { get; set; } = default!;

    [Inject]
    private ListScopes ScopeTree { get; set; } = default!;

    [Inject]
    private SaveRole Saving { get; set; } = default!;

    [Inject]
    private RemoveRole Removal { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private static IReadOnlyList<Refusal> Gone { get; } =
        [new(RefusalCode.RoleDefinitionDoesNotExist, "There is no such role. Somebody may have removed it.")];

    private bool MayChange => MayMake && (Id is null || Model?.Role is { IsBuiltIn: false });

    private bool MaySeeSettings => Overview?.Authority.MayRead == true;

    private string Kind => System == RoleSystem.Resources ? "resource" : "directory";

    private string ActionHint => System == RoleSystem.Resources
        ? "One in each line, such as Microsoft.Compute/virtualMachines/restart/action; * stands for any part."
        : "One in each line, such as microsoft.directory/users/basic/update; * stands for any part.";

    private RoleDefinition Wanted => form.Role(new RoleDefinitionId(Id ?? Guid.Empty), System);

    private IEnumerable<Refusal> OfName => refusals
        .Where(refusal => refusal.Code == RefusalCode.RoleDefinitionWithSameNameExists || Wanted.CheckName().Contains(refusal));

    private IEnumerable<Refusal> OfActions => refusals.Intersect(Wanted.CheckActions());

    private IReadOnlyList<Refusal> Elsewhere => [.. refusals.Except(OfName).Except(OfActions)];

    protected override async Task<RoleShown> LoadAsync(CancellationToken ct)
    {
        if (Id is not { } id)
        {
            return new RoleShown(null, new Dictionary<Scope, ScopeNode>());
        }

        var role = (await Roles.ExecuteAsync(System, ct)).FirstOrDefault(one => one.Id.Value == id);
        var scopes = new Dictionary<Scope, ScopeNode>();
        foreach (var scope in role?.AssignableScopes ?? [])
        {
            var named = await ScopeTree.ExecuteAsync(Caller, new ScopeQuery(scope.System) { Search = scope.Value }, new PageAsk(Found), ct);
            if (named.Items.FirstOrDefault(node => node.Scope == scope) is { } node)
            {
                scopes[scope] = node;
            }
        }

        return new RoleShown(role, scopes);
    }

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (filled is null && Model?.Role is { } role)
        {
            filled = role;
            form = RoleForm.Of(role, Model.Scopes);
        }
    }

    private async Task<IReadOnlyList<ScopeNode>> FindScopesAsync(string words) => (await ScopeTree.ExecuteAsync(
        Caller, new ScopeQuery(RoleSystem.Resources) { Search = words }, new PageAsk(Found), CancellationToken.None)).Items;

    private static IReadOnlyList<string> Messages(IEnumerable<Refusal> reasons) => [.. reasons.Select(refusal => refusal.Message)];

    private async Task SaveAsync()
    {
        if (saving)
        {
            return;
        }

        saving = true;
        try
        {
            var outcome = await Saving.ExecuteAsync(Caller, Wanted, CancellationToken.None);
            refusals = outcome.Reasons();
            if (outcome is Outcome<RoleDefinition>.Done(var saved))
            {
                await OnDone.InvokeAsync(Id is null ? $"{saved.DisplayName} was added." : $"{saved.DisplayName} was saved.");
                await OnClose.InvokeAsync();
            }
            else
            {
                await Browser.InvokeVoidAsync("regent.focusSoon", "#role-form [aria-invalid=true], #role-panel [data-testid=refused]");
            }
        }
        finally
        {
            saving = false;
        }
    }

    private async Task RemoveAsync()
    {
        var outcome = await Removal.ExecuteAsync(Caller, new RoleDefinitionId(Id!.Value), CancellationToken.None);
        removal = outcome.Reasons();
        if (outcome is Outcome<RoleDefinition>.Done(var removed))
        {
            removing = false;
            await OnDone.InvokeAsync($"{removed.DisplayName} was removed.");
            await OnClose.InvokeAsync();
        }
    }
}
