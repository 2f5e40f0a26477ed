using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;
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

    public Task<Page<AuditListing>> ListAsync(AuditQuery query, PageAsk page, CancellationToken ct)
    {
        var found = Found(query).OrderBy(entry => entry.At);
        return Task.FromResult((query.OldestFirst ? found : found.Reverse()).Select(Listing).Cut(page, listing => listing.Entry.Id));
    }

    public Task<int> CountAsync(AuditQuery query, CancellationToken ct) => Task.FromResult(Found(query).Count());

    private IEnumerable<AuditEntry> Found(AuditQuery query) => memory.Now.Record
        .Where(entry => query.Id is null || entry.Id == query.Id)
        .Where(entry => query.Involving is null || entry.Actor == query.Involving || entry.Subject == query.Involving)
        .Where(entry => query.Role is null || entry.Role == query.Role)
        .Where(entry => query.Activity is null || entry.Activity == query.Activity)
        .Where(entry => query.CorrelationId is null || entry.CorrelationId == query.CorrelationId)
        .Where(entry => query.Result is null || entry.Result == query.Result)
        .Where(entry => (query.From is null || entry.At >= query.From) && (query.Until is null || entry.At < query.Until))
        .Where(entry => IsSorted(entry, query));

    private bool IsSorted(AuditEntry entry, AuditQuery query) =>
        (query.Activities?.Contains(entry.Activity) ?? true)
        && (query.Service is null || AuditOrder.ServiceOf(entry.Activity) == query.Service)
        && (query.Category is null || AuditOrder.CategoryOf(entry) == query.Category)
        && (query.Target is not { } target || IsAbout(entry, target))
        && (query.Actor is not { } actor || FakeDirectory.Found(memory, actor).Any(one => one.Id == entry.Actor));

    private static bool IsAbout(AuditEntry entry, Guid target) => entry.Subject?.Value == target || entry.Role?.Value == target
        || entry.Scope == Scope.OfGroup(new PrincipalId(target)) || entry.Scope == Scope.OfUnit(target);

    private AuditListing Listing(AuditEntry entry) => new(
        entry, Named(entry.Actor), Named(entry.Subject), entry.Role is { } role ? memory.Now.Roles.GetValueOrDefault(role) : null)
    {
        ScopeName = entry.Scope is { } scope ? memory.NameOf(scope) : null,
    };

    private Principal? Named(PrincipalId? id) => id is { } known ? memory.Now.Principals.GetValueOrDefault(known) : null;
}
