using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Regent.Core.Apps;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Registered programs, in the rows that OpenIddict reads.</summary>
internal sealed class AppStore(Session session) : IAppStore
{
    public Task<RegisteredApp?> FindAsync(AppId id, CancellationToken ct) => session.ReadAsync(
        async db => (await db.Set<AppRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id.Value, ct))?.ToCore(), ct);

    public Task<IReadOnlyList<RegisteredApp>> ListAsync(CancellationToken ct) => session.ReadAsync<IReadOnlyList<RegisteredApp>>(
        async db =>
        [
            .. (await db.Set<AppRow>().AsNoTracking().OrderBy(row => row.SortName).ThenBy(row => row.Id).ToListAsync(ct)).Select(row => row.ToCore()),
        ],
        ct);

    public Task SaveAsync(RegisteredApp app, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            var row = await db.Set<AppRow>().AsTracking().SingleOrDefaultAsync(one => one.Id == app.Id.Value, ct);
            if (row is null)
            {
                row = new AppRow { Id = app.Id.Value };
                db.Add(row);
            }

            row.Take(app);
            return true;
        },
        ct);

    public Task VoidTokensAsync(AppId id, CancellationToken ct) => session.WriteAsync(
        db => db.Set<AppTokenRow>()
            .Where(row => row.Application!.Id == id.Value && row.Status != OpenIddictConstants.Statuses.Revoked)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Status, OpenIddictConstants.Statuses.Revoked)
                    // Whoever is about to write it as it was must fail.
                    .SetProperty(row => row.ConcurrencyToken, id.ToString()),
                ct),
        ct);

    public Task<int> ForgetEndedAsync(DateTimeOffset before, int most, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            var moment = before.UtcDateTime;
            var tokens = await db.Set<AppTokenRow>().Where(row => row.ExpirationDate < moment)
                .OrderBy(row => row.ExpirationDate).ThenBy(row => row.Id).Take(most).ExecuteDeleteAsync(ct);
            var signIns = await db.Set<AppAuthorizationRow>()
                .Where(row => row.CreationDate < moment && row.Type == OpenIddictConstants.AuthorizationTypes.AdHoc && row.Tokens.Count == 0)
                .OrderBy(row => row.Id).Take(most).ExecuteDeleteAsync(ct);
            return tokens + signIns;
        },
        ct);

    public Task RemoveAsync(AppId id, CancellationToken ct) =>
        session.WriteAsync(db => db.Set<AppRow>().Where(row => row.Id == id.Value).ExecuteDeleteAsync(ct), ct);
}
