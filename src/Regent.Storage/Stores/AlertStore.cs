using Microsoft.EntityFrameworkCore;
using Regent.Core.Alerts;
using Regent.Operations.Ports;
using Regent.Storage.Rows;

namespace Regent.Storage.Stores;

/// <summary>Where alerts stand, and what was asked of them.</summary>
internal sealed class AlertStore(Session session) : IAlertStore
{
    private static readonly Keyset<AlertOperationRow, DateTimeOffset, Guid> Newest = new(row => row.At, row => row.Id, descending: true);

    public Task<IReadOnlyList<Alert>> ListAsync(CancellationToken ct) => session.ReadAsync<IReadOnlyList<Alert>>(
        async db =>
        {
            var written = await db.Set<AlertRow>().AsNoTracking().ToDictionaryAsync(row => row.Kind, ct);
            return [.. AlertDefinitions.All.Select(one => written.GetValueOrDefault(one.Kind)?.ToCore() ?? Alert.Default(one.Kind))];
        },
        ct);

    public Task SaveAsync(IReadOnlyCollection<Alert> alerts, CancellationToken ct) => session.WriteAsync(
        async db =>
        {
            foreach (var alert in alerts)
            {
                if (await db.Set<AlertRow>().FindAsync([alert.Kind], ct) is { } row)
                {
                    row.Take(alert);
                }
                else
                {
                    db.Add(AlertRow.Of(alert));
                }
            }

            return alerts.Count;
        },
        ct);

    public Task AddAsync(AlertOperation operation, CancellationToken ct)
    {
        session.Add(AlertOperationRow.Of(operation));
        return Task.CompletedTask;
    }

    public Task<AlertOperation?> FindOperationAsync(Guid id, CancellationToken ct) => session.ReadAsync(
        async db => (await Operations(db).FirstOrDefaultAsync(row => row.Id == id, ct))?.ToCore(), ct);

    public Task<Page<AlertOperation>> ListOperationsAsync(PageAsk page, CancellationToken ct) =>
        session.ReadAsync(db => Newest.PageAsync(Operations(db), page, row => row.ToCore(), ct), ct);

    public Task<int> CountOperationsAsync(CancellationToken ct) => session.ReadAsync(db => Operations(db).CountAsync(ct), ct);

    public Task ForgetOperationsAsync(DateTimeOffset before, CancellationToken ct) =>
        session.WriteAsync(db => Operations(db).Where(row => row.At < before).ExecuteDeleteAsync(ct), ct);

    private static IQueryable<AlertOperationRow> Operations(RegentDb db) => db.Set<AlertOperationRow>().AsNoTracking();
}
