using Microsoft.EntityFrameworkCore;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Settings of roles, every version.</summary>
internal sealed class PolicyStore(Session session) : IPolicyStore
{
    public Task<RolePolicy> GetAsync(RoleDefinitionId role, Scope scope, CancellationToken ct)
    {
        var where = scope.PolicyScope.Value;
        return session.ReadAsync(
            async db => (await Current(db).FirstOrDefaultAsync(row => row.RoleId == role.Value && row.Scope == where, ct))?.ToCore()
                ?? RolePolicy.Default(role, scope),
            ct);
    }

    public Task<RolePolicy?> FindVersionAsync(RoleDefinitionId role, Scope scope, int version, CancellationToken ct)
    {
        var where = scope.PolicyScope.Value;
        return version == 0
            ? Task.FromResult<RolePolicy?>(RolePolicy.Default(role, scope))
            : session.ReadAsync(
                async db => (await db.Set<PolicyRow>().AsNoTracking()
                    .FirstOrDefaultAsync(row => row.RoleId == role.Value && row.Scope == where && row.Version == version, ct))?.ToCore(),
                ct);
    }

    public Task<IReadOnlyList<RolePolicy>> ListAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct)
    {
        var where = scopes.Select(scope => scope.PolicyScope.Value).Distinct().ToList();
        return session.ReadAsync<IReadOnlyList<RolePolicy>>(
            async db => [.. (await Current(db).Where(row => where.Contains(row.Scope)).ToListAsync(ct)).Select(row => row.ToCore())], ct);
    }

    public Task<IReadOnlyList<RolePolicy>> LapsedAsync(DateTimeOffset now, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<RolePolicy>>(
            async db =>
            {
                var lapsed = LapsedApprovers.At(db, now);
                return [.. (await Current(db).Where(row => lapsed.Any(one => one.RoleId == row.RoleId && one.Scope == row.Scope))
                    .ToListAsync(ct)).Select(row => row.ToCore())];
            },
            ct);

    public Task<bool> SaveAsync(RolePolicy policy, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            var before = await db.Set<PolicyRow>()
                .FirstOrDefaultAsync(row => row.RoleId == policy.Role.Value && row.Scope == policy.Scope.Value && row.IsCurrent, ct);
            if ((before?.Version ?? 0) != policy.Version - 1)
            {
                return false;
            }

            if (before is not null)
            {
                // The one that is current is guarded by an index: the old one steps back before the new one is written.
                before.IsCurrent = false;
                await db.SaveChangesAsync(ct);
            }

            db.Add(PolicyRow.Of(policy));
            await ReplaceApproversAsync(db, policy, ct);
            return true;
        },
        ct);

    private static async Task ReplaceApproversAsync(RegentDb db, RolePolicy policy, CancellationToken ct)
    {
        var (role, scope) = (policy.Role.Value, policy.Scope.Value);
        await db.Set<PolicyApproverRow>().Where(row => row.RoleId == role && row.Scope == scope).ExecuteDeleteAsync(ct);
        db.AddRange(policy.Activation.Approvers.Distinct()
            .Select(approver => new PolicyApproverRow { RoleId = role, Scope = scope, PrincipalId = approver.Value }));
        await db.SaveChangesAsync(ct);
    }

    private static IQueryable<PolicyRow> Current(RegentDb db) => db.Set<PolicyRow>().AsNoTracking().Where(row => row.IsCurrent);
}
