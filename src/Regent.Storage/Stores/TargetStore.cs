using Microsoft.EntityFrameworkCore;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Targets, their mappings, and how they answer.</summary>
internal sealed class TargetStore(Session session) : ITargetStore
{
    public Task<IReadOnlyList<Target>> ListAsync(CancellationToken ct) => session.ReadAsync<IReadOnlyList<Target>>(
        async db => [.. (await db.Set<TargetRow>().AsNoTracking().OrderBy(row => row.SortName).ThenBy(row => row.Id).ToListAsync(ct))
            .Select(row => row.ToCore())],
        ct);

    public Task<Target?> FindAsync(TargetId id, CancellationToken ct) => session.ReadAsync(
        async db => (await db.Set<TargetRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id.Value, ct))?.ToCore(), ct);

    public Task SaveAsync(Target target, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            if (await db.Set<TargetRow>().FindAsync([target.Id.Value], ct) is { } row)
            {
                row.Take(target);
            }
            else
            {
                db.Add(TargetRow.Of(target));
            }

            return true;
        },
        ct);

    public Task RemoveAsync(TargetId id, CancellationToken ct) =>
        session.WriteAsync(db => db.Set<TargetRow>().Where(row => row.Id == id.Value).ExecuteDeleteAsync(ct), ct);

    public Task<IReadOnlyList<Mapping>> MappingsAsync(TargetId target, CancellationToken ct) =>
        MappingsAsync(rows => rows.Where(row => row.TargetId == target.Value), ct);

    public Task<IReadOnlyList<Mapping>> MappingsOfAsync(IReadOnlyCollection<RoleDefinitionId> roles, CancellationToken ct)
    {
        var ids = roles.Select(role => role.Value).ToList();
        return MappingsAsync(rows => rows.Where(row => ids.Contains(row.RoleId)), ct);
    }

    public Task SaveMappingAsync(Mapping mapping, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            if (await db.Set<TargetMappingRow>().FindAsync([mapping.Id.Value], ct) is { } row)
            {
                row.Take(mapping);
            }
            else
            {
                db.Add(TargetMappingRow.Of(mapping));
            }

            return true;
        },
        ct);

    public Task RemoveMappingAsync(MappingId id, CancellationToken ct) =>
        session.WriteAsync(db => db.Set<TargetMappingRow>().Where(row => row.Id == id.Value).ExecuteDeleteAsync(ct), ct);

    public Task<IReadOnlyDictionary<TargetId, TargetHealth>> HealthAsync(CancellationToken ct) =>
        session.ReadAsync<IReadOnlyDictionary<TargetId, TargetHealth>>(
            async db => await db.Set<TargetHealthRow>().AsNoTracking().ToDictionaryAsync(row => new TargetId(row.TargetId), row => row.ToCore(), ct),
            ct);

    public Task SaveHealthAsync(TargetHealth health, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            if (await db.Set<TargetHealthRow>().FindAsync([health.Target.Value], ct) is { } row)
            {
                row.Take(health);
            }
            else
            {
                db.Add(TargetHealthRow.Of(health));
            }

            return true;
        },
        ct);

    private Task<IReadOnlyList<Mapping>> MappingsAsync(
        Func<IQueryable<TargetMappingRow>, IQueryable<TargetMappingRow>> which, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<Mapping>>(
            async db => [.. (await which(db.Set<TargetMappingRow>().AsNoTracking()).ToListAsync(ct)).Select(row => row.ToCore())], ct);
}
