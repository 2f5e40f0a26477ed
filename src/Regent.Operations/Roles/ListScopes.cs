using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>A stretch of the scope tree: all of it for readers, and for everybody else what lies at or below what they have.</summary>
public sealed class ListScopes(IScopeStore scopes, VisibleScopes visible, Places places, TimeProvider clock)
{
    public async Task<Page<ScopeNode>> ExecuteAsync(Caller caller, ScopeQuery query, PageAsk page, CancellationToken ct)
    {
        var seen = (await visible.OfAsync(caller, clock.GetUtcNow(), ct)).Seen;
        return await scopes.ListAsync(seen.IsEverywhere ? query : query with { Within = await SeenAsync(seen, query, ct) }, page, ct);
    }

    // Of two parts of a tree that overlap, one lies in the other.
    private async Task<IReadOnlyCollection<Scope>> SeenAsync(Reach seen, ScopeQuery query, CancellationToken ct)
    {
        Scope[] mine = [.. seen.Scopes.Where(scope => scope.System == query.System)];
        if (query.Within is not { } wanted)
        {
            return mine;
        }

        var asked = new Reach(wanted);
        var where = await places.FindManyAsync([.. mine, .. wanted], ct);
        return [.. mine.Where(scope => asked.Includes(where[scope])), .. wanted.Where(scope => seen.Includes(where[scope]))];
    }
}
