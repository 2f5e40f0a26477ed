using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeOriginStore(FakeMemory memory) : IOriginStore
{
    public Task<IReadOnlyList<Origin>> ListAsync(TargetId source, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Origin>>([.. memory.Now.Origins.Where(origin => origin.Source == source)]);

    public Task<IReadOnlyList<Origin>> OfAsync(IReadOnlyCollection<PrincipalId> principals, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Origin>>([.. memory.Now.Origins.Where(origin => principals.Contains(origin.Principal))]);

    public Task AddAsync(IReadOnlyCollection<Origin> origins, CancellationToken ct)
    {
        memory.Write(now => now with { Origins = now.Origins.AddRange(origins) });
        return Task.CompletedTask;
    }

    public Task<SourceState?> StateAsync(TargetId source, CancellationToken ct) => Task.FromResult(memory.Now.SourceStates.GetValueOrDefault(source));

    public Task SaveStateAsync(SourceState state, CancellationToken ct)
    {
        memory.Write(now => now with { SourceStates = now.SourceStates.SetItem(state.Source, state) });
        return Task.CompletedTask;
    }
}
