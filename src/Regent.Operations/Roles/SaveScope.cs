using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Audit;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Roles;

/// <summary>Somebody who manages the place above puts a scope into the tree, renames or moves it (specification, section 1.4).</summary>
public sealed class SaveScope(IUnitOfWork unit, IScopeStore scopes, LedgerPlanner ledger, IAuditLog audit, Authorities authorities, TimeProvider clock)
{
    public Task<Outcome<ScopeNode>> ExecuteAsync(Caller caller, ScopeNode node, CancellationToken ct) =>
        unit.RunAsync(token => SaveAsync(caller, node, token), ct);

    private async Task<Outcome<ScopeNode>> SaveAsync(Caller caller, ScopeNode node, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var above = node.Parent is { } parent ? await scopes.PathAsync(parent, ct) : [];
        Scope[] path = [.. above.Select(one => one.Scope)];
        var before = await scopes.FindAsync(node.Scope, ct);
        if (!await MayAsync(caller, node, before, path, now, ct))
        {
            return Refusals.MayNotManageHere;
        }

        if (node.ProblemUnder(path) is { } problem)
        {
            return problem;
        }

        var saved = node with { Scope = before?.Scope ?? node.Scope, Parent = path.FirstOrDefault() };
        await scopes.SaveManyAsync([saved], ct);
        if (before is not null && before.Parent != saved.Parent)
        {
            await ledger.FollowPlacesAsync(now, ct);
        }

        await audit.AppendAsync([Entry(caller, saved, isNew: before is null, now)], ct);
        return saved;
    }

    // Who moves a scope must manage it where it is and where it goes; what is at the top is the Global Administrators'.
    private async Task<bool> MayAsync(
        Caller caller, ScopeNode node, ScopeNode? before, Scope[] path, DateTimeOffset now, CancellationToken ct)
    {
        var authority = await authorities.OfAsync(caller, now, ct);
        return authority.MayManageAt(new Place(node.Scope, path))
            && (before is null || before.Parent == node.Parent || await MayWhereItIsAsync(authority, node.Scope, ct));
    }

    private async Task<bool> MayWhereItIsAsync(Authority authority, Scope scope, CancellationToken ct)
    {
        var path = await scopes.PathAsync(scope, ct);
        return authority.MayManageAt(new Place(scope, [.. path.Skip(1).Select(one => one.Scope)]));
    }

    private static AuditEntry Entry(Caller caller, ScopeNode node, bool isNew, DateTimeOffset now) =>
        AuditEntry.Of(now, isNew ? AuditActivities.ScopeAdded : AuditActivities.ScopeUpdated, caller.Id) with
        {
            Scope = node.Scope,
            Reason = node.DisplayName,
        };
}
