using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Roles;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Scopes;

/// <summary>What lies right below a scope, or at the top; with words to search for, all that lies below at any depth.</summary>
public sealed partial class ScopeList
{
    /// <summary>The scope; null is the top.</summary>
    [Parameter]
    public Scope? At { get; set; }

    protected override object State => (At, Address.Query("q"));

    [Inject]
    private BrowseScopes Scopes { get; set; } = default!;

    private string Purpose => At is null
        ? "Management groups, subscriptions, resource groups and resources in which roles are held are listed here, as far as you have anything there."
        : "Nothing lies in it.";

    protected override async Task<Outcome<Page<ListedScope>>> PageAsync(PageAsk page, CancellationToken ct)
    {
        var all = new ScopeQuery(RoleSystem.Resources) { Search = Address.Query("q") };
        var query = (string.IsNullOrWhiteSpace(all.Search), At) switch
        {
            (true, null) => all with { OnlyTop = true },
            (true, { } above) => all with { ChildrenOf = above },
            (false, { } above) => all with { Within = [above] },
            (false, null) => all,
        };
        return await Scopes.ExecuteAsync(Caller, query, page, ct);
    }
}
