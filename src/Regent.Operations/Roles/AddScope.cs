using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>Puts a scope into the tree that is not there yet; <see cref="SaveScope"/> would rename the one that is.</summary>
public sealed class AddScope(IUnitOfWork unit, Places places, Authorities authorities, SaveScope save, TimeProvider clock)
{
    public Task<Outcome<ScopeNode>> ExecuteAsync(Caller caller, ScopeNode node, CancellationToken ct) =>
        unit.RunAsync(token => AddAsync(caller, node, token), ct);

    private async Task<Outcome<ScopeNode>> AddAsync(Caller caller, ScopeNode node, CancellationToken ct)
    {
        if (await places.FindAsync(node.Scope, ct) is not { } there)
        {
            return await save.ExecuteAsync(caller, node, ct);
        }

        var authority = await authorities.OfAsync(caller, clock.GetUtcNow(), ct);
        return authority.RefusalAt(there, node.Scope)
            ?? new Refusal(RefusalCode.InvalidScope, $"{there.Scope} is in the tree already. Rename it there instead.");
    }
}
