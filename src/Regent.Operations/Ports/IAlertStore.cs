using Regent.Core.Alerts;

namespace Regent.Operations.Ports;

/// <summary>Where alerts stand, and what was asked of them.</summary>
public interface IAlertStore
{
    /// <summary>Every alert, in the order of the definitions; one that nobody wrote is as by default.</summary>
    Task<IReadOnlyList<Alert>> ListAsync(CancellationToken ct);

    /// <summary>Adds the alerts, or replaces those of their kinds.</summary>
    Task SaveAsync(IReadOnlyCollection<Alert> alerts, CancellationToken ct);

    Task AddAsync(AlertOperation operation, CancellationToken ct);

    /// <summary>One operation; null when unknown or forgotten.</summary>
    Task<AlertOperation?> FindOperationAsync(Guid id, CancellationToken ct);

    /// <summary>A stretch of the operations, the newest first.</summary>
    Task<Page<AlertOperation>> ListOperationsAsync(PageAsk page, CancellationToken ct);

    /// <summary>How many operations there are.</summary>
    Task<int> CountOperationsAsync(CancellationToken ct);

    /// <summary>Forgets the operations before this moment.</summary>
    Task ForgetOperationsAsync(DateTimeOffset before, CancellationToken ct);
}
