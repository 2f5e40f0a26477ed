using Regent.Core.Alerts;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeAlertStore(FakeMemory memory) : IAlertStore
{
    public Task<IReadOnlyList<Alert>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Alert>>(
        [.. AlertDefinitions.All.Select(one => memory.Now.Alerts.GetValueOrDefault(one.Kind) ?? Alert.Default(one.Kind))]);

    public Task SaveAsync(IReadOnlyCollection<Alert> alerts, CancellationToken ct)
    {
        memory.Write(now => now with { Alerts = now.Alerts.SetItems(alerts.Select(alert => KeyValuePair.Create(alert.Kind, alert))) });
        return Task.CompletedTask;
    }

    public Task AddAsync(AlertOperation operation, CancellationToken ct)
    {
        memory.Write(now => now with { AlertOperations = now.AlertOperations.Add(operation) });
        return Task.CompletedTask;
    }

    public Task<AlertOperation?> FindOperationAsync(Guid id, CancellationToken ct) =>
        Task.FromResult(memory.Now.AlertOperations.FirstOrDefault(one => one.Id == id));

    public Task<Page<AlertOperation>> ListOperationsAsync(PageAsk page, CancellationToken ct) => Task.FromResult(
        memory.Now.AlertOperations.OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Cut(page, one => one.Id));

    public Task<int> CountOperationsAsync(CancellationToken ct) => Task.FromResult(memory.Now.AlertOperations.Count);

    public Task ForgetOperationsAsync(DateTimeOffset before, CancellationToken ct)
    {
        memory.Write(now => now with { AlertOperations = now.AlertOperations.RemoveAll(one => one.At < before) });
        return Task.CompletedTask;
    }
}
