using Regent.Core.Apps;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

/// <summary>Registered programs in memory. It issues no tokens; it remembers whose were voided.</summary>
public sealed class FakeAppStore(FakeMemory memory) : IAppStore
{
    /// <summary>Whose tokens were voided, in this order.</summary>
    public IList<AppId> Voided { get; } = [];

    public Task<RegisteredApp?> FindAsync(AppId id, CancellationToken ct) => Task.FromResult(memory.Now.Apps.GetValueOrDefault(id));

    public Task<IReadOnlyList<RegisteredApp>> ListAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<RegisteredApp>>(
        [.. memory.Now.Apps.Values.OrderBy(app => FakeDirectory.Fold(app.Name), StringComparer.Ordinal).ThenBy(app => app.Id.Value)]);

    public Task SaveAsync(RegisteredApp app, CancellationToken ct)
    {
        memory.Write(now => now with { Apps = now.Apps.SetItem(app.Id, app) });
        return Task.CompletedTask;
    }

    public Task VoidTokensAsync(AppId id, CancellationToken ct)
    {
        Voided.Add(id);
        return Task.CompletedTask;
    }

    public Task RemoveAsync(AppId id, CancellationToken ct)
    {
        memory.Write(now => now with { Apps = now.Apps.Remove(id) });
        return Task.CompletedTask;
    }
}
