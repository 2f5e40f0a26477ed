using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeTargetStore(FakeMemory memory) : ITargetStore
{
    public Task<IReadOnlyList<Target>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Target>>(
        [.. memory.Now.Targets.Values.OrderBy(target => target.Name.ToUpperInvariant(), StringComparer.Ordinal).ThenBy(target => target.Id.Value)]);

    public Task<Target?> FindAsync(TargetId id, CancellationToken ct) => Task.FromResult(memory.Now.Targets.GetValueOrDefault(id));

    public Task SaveAsync(Target target, CancellationToken ct) => WriteAsync(now => now with { Targets = now.Targets.SetItem(target.Id, target) });

    public Task RemoveAsync(TargetId id, CancellationToken ct) => WriteAsync(now =>
    {
        var lines = now.Ledger.Values.Where(entry => entry.Target == id).Select(entry => entry.Id).ToHashSet();
        return now with
        {
            Targets = now.Targets.Remove(id),
            Origins = now.Origins.RemoveAll(origin => origin.Source == id),
            SourceStates = now.SourceStates.Remove(id),
            Mappings = now.Mappings.RemoveRange(now.Mappings.Values.Where(mapping => mapping.Target == id).Select(mapping => mapping.Id)),
            TargetHealth = now.TargetHealth.Remove(id),
            Ledger = now.Ledger.RemoveRange(lines),
            Receipts = now.Receipts.RemoveRange(now.Receipts.Values.Where(one => lines.Contains(one.Entry)).Select(one => one.Id)),
            Drift = now.Drift.RemoveRange(now.Drift.Values.Where(one => one.Target == id).Select(one => one.Id)),
            WakeUps = now.WakeUps.RemoveAll(one => one.Target == id),
        };
    });

    public Task<IReadOnlyList<Mapping>> MappingsAsync(TargetId target, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Mapping>>([.. memory.Now.Mappings.Values.Where(mapping => mapping.Target == target)]);

    public Task<IReadOnlyList<Mapping>> MappingsOfAsync(IReadOnlyCollection<RoleDefinitionId> roles, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Mapping>>([.. memory.Now.Mappings.Values.Where(mapping => roles.Contains(mapping.Role))]);

    public Task SaveMappingAsync(Mapping mapping, CancellationToken ct) =>
        WriteAsync(now => now with { Mappings = now.Mappings.SetItem(mapping.Id, mapping) });

    public Task RemoveMappingAsync(MappingId id, CancellationToken ct) => WriteAsync(now => now with { Mappings = now.Mappings.Remove(id) });

    public Task<IReadOnlyDictionary<TargetId, TargetHealth>> HealthAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<TargetId, TargetHealth>>(memory.Now.TargetHealth);

    public Task SaveHealthAsync(TargetHealth health, CancellationToken ct) =>
        WriteAsync(now => now with { TargetHealth = now.TargetHealth.SetItem(health.Target, health) });

    private Task WriteAsync(Func<FakeMemory.Contents, FakeMemory.Contents> change)
    {
        memory.Write(change);
        return Task.CompletedTask;
    }
}
