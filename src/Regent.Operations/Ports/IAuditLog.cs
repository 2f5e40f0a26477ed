using Regent.Core.Audit;

namespace Regent.Operations.Ports;

/// <summary>The record. Entries are only ever added.</summary>
public interface IAuditLog
{
    /// <summary>Adds entries, in this order.</summary>
    Task AppendAsync(IEnumerable<AuditEntry> entries, CancellationToken ct);

    /// <summary>A stretch of the record, newest first.</summary>
    Task<Page<AuditListing>> ListAsync(AuditQuery query, PageAsk page, CancellationToken ct);
}
