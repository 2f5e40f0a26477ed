using Microsoft.EntityFrameworkCore;
using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Who came from which source, and how far each was read.</summary>
internal sealed class OriginStore(Session session) : IOriginStore
{
    private const int Stretch = 500;

    public Task<IReadOnlyList<Origin>> ListAsync(TargetId source, CancellationToken ct) => session.ReadAsync<IReadOnlyList<Origin>>(
        async db => [.. (await db.Set<OriginRow>().AsNoTracking().Where(row => row.TargetId == source.Value).ToListAsync(ct)).Select(row => row.ToPort())],
        ct);

    public Task<IReadOnlyList<Origin>> OfAsync(IReadOnlyCollection<PrincipalId> principals, CancellationToken ct) =>
        session.ReadAsync<IReadOnlyList<Origin>>(
            async db =>
            {
                var found = new List<OriginRow>();
                foreach (var some in principals.Select(id => id.Value).Distinct().Chunk(Stretch))
                {
                    found.AddRange(await db.Set<OriginRow>().AsNoTracking().Where(row => some.Contains(row.PrincipalId)).ToListAsync(ct));
                }

                return [.. found.Select(row => row.ToPort())];
            },
            ct);

    public Task AddAsync(IReadOnlyCollection<Origin> origins, CancellationToken ct)
    {
        foreach (var origin in origins)
        {
            session.Add(OriginRow.Of(origin));
        }

        return Task.CompletedTask;
    }

    public Task<SourceState?> StateAsync(TargetId source, CancellationToken ct) => session.ReadAsync(
        async db => (await db.Set<SourceStateRow>().AsNoTracking().FirstOrDefaultAsync(row => row.TargetId == source.Value, ct))?.ToPort(), ct);

    public Task SaveStateAsync(SourceState state, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            if (await db.Set<SourceStateRow>().FindAsync([state.Source.Value], ct) is { } row)
            {
                row.Take(state);
            }
            else
            {
                db.Add(SourceStateRow.Of(state));
            }

            return true;
        },
        ct);
}
