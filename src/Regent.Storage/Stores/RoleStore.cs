using Microsoft.EntityFrameworkCore;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Role definitions.</summary>
internal sealed class RoleStore(Session session) : IRoleStore
{
    public Task<RoleDefinition?> FindAsync(RoleDefinitionId id, CancellationToken ct) => session.ReadAsync(
        async db => (await db.Set<RoleRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id.Value, ct))?.ToCore(), ct);

    public Task<IReadOnlyList<RoleDefinition>> ListAsync(RoleSystem system, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<RoleDefinition>>(
            async db => [.. (await db.Set<RoleRow>().AsNoTracking().Where(row => row.System == system)
                .OrderBy(row => row.SortName).ThenBy(row => row.Id).ToListAsync(ct)).Select(row => row.ToCore())],
            ct);

    public Task SaveAsync(IReadOnlyCollection<RoleDefinition> roles, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            var present = await db.Set<RoleRow>().ToDictionaryAsync(row => row.Id, ct);
            foreach (var role in roles.Select(RoleRow.Of))
            {
                if (present.TryGetValue(role.Id, out var row))
                {
                    db.Entry(row).CurrentValues.SetValues(role);
                    await db.Set<ScheduleRow>().Where(schedule => schedule.RoleId == role.Id && schedule.RoleSort != role.SortName)
                        .ExecuteUpdateAsync(update => update.SetProperty(schedule => schedule.RoleSort, role.SortName), ct);
                }
                else
                {
                    db.Add(role);
                }
            }

            return roles.Count;
        },
        ct);

    public Task RemoveAsync(RoleDefinitionId id, CancellationToken ct) =>
        session.WriteAsync(db => db.Set<RoleRow>().Where(row => row.Id == id.Value).ExecuteDeleteAsync(ct), ct);
}
