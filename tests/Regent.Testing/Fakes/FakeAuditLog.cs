using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeAuditLog(FakeMemory memory) : IAuditLog
{
    /// <summary>Everything recorded, in the order it was.</summary>
    public IReadOnlyList<AuditEntry> Entries => memory.Now.Record;

    public Task AppendAsync(IEnumerable<AuditEntry> entries, CancellationToken ct)
    {
        memory.Write(now => now with { Record = now.Record.AddRange(entries) });
        return Task.CompletedTask;
    }

    public Task<Page<AuditListing>> ListAsync(AuditQuery query, PageAsk page, CancellationToken ct) =>
        Task.FromResult(memory.Now.Record
            .Where(entry => query.Involving is null || entry.Actor == query.Involving || entry.Subject == query.Involving)
            .Where(entry => query.Role is null || entry.Role == query.Role)
            .Where(entry => query.Activity is null || entry.Activity == query.Activity)
            .Where(entry => query.CorrelationId is null || entry.CorrelationId == query.CorrelationId)
            .Where(entry => (query.From is null || entry.At >= query.From) && (query.Until is null || entry.At < query.Until))
            .OrderBy(entry => entry.At).Reverse()
            .Select(Listing).Cut(page, listing => listing.Entry.Id));

    private AuditListing Listing(AuditEntry entry) => new(
        entry, Named(entry.Actor), Named(entry.Subject), entry.Role is { } role ? memory.Now.Roles.GetValueOrDefault(role) : null);

    private Principal? Named(PrincipalId? id) => id is { } known ? memory.Now.Principals.GetValueOrDefault(known) : null;
}
