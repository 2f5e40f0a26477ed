using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Operations.Roles;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Scopes;

/// <summary>The administrative units, which administrators add, rename and remove here.</summary>
public sealed partial class UnitsPage
{
    private string? done;
    private ScopeNode? leaving;

    /// <summary>What the panel does: <c>add</c>, or the scope of the unit it renames; null while it is closed.</summary>
    [SupplyParameterFromQuery]
    private string? Do { get; set; }

    protected override object State => Address.Query("q") ?? "";

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private ListScopes Scopes { get; set; } = default!;

    private bool MayRead => Overview?.Authority.ReadIn(RoleSystem.Directory).IsEverywhere == true;

    private bool MayManage => Overview?.Authority.ManagedIn(RoleSystem.Directory).IsEverywhere == true;

    private ScopeNode? Changing => Rows?.FirstOrDefault(row => Scope.TryParse(Do, out var scope) && row.Scope == scope);

    protected override async Task<Outcome<Page<ScopeNode>>> PageAsync(PageAsk page, CancellationToken ct) =>
        await Scopes.ExecuteAsync(Caller, new ScopeQuery(RoleSystem.Directory) { Search = Address.Query("q") }, page, ct);

    private void Close() => Address.NavigateTo(Address.With("do", null));

    private void Leave(string said) => (done, leaving) = (said, null);
}
