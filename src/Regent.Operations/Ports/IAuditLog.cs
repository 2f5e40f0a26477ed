using Regent.Core.Audit;

namespace Regent.Operations.Ports;

/// <summary>The record. Entries are only ever added.</summary>
public interface IAuditLog
{
    /// <summary>Adds entries, in this order.</summary>
    Task AppendAsync(IEnumerable<AuditEntry> entries, CancellationToken ct);

    /// <summary>A stretch of the record in the order of time; of what happened at once, in the order it was told.</summary>
    Task<Page<AuditListing>> ListAsync(AuditQuery query, PageAsk page, CancellationToken ct);

    /// <summary>How many the query finds.</summary>
    Task<int> CountAsync(AuditQuery query, CancellationToken ct);
}
