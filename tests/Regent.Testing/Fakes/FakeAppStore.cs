using Regent.Core.Apps;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

/// <summary>Registered programs in memory. It issues no tokens; it remembers whose were voided, and forgets the ends it is given.</summary>
public sealed class FakeAppStore(FakeMemory memory) : IAppStore
{
    /// <summary>Whose tokens were voided, in this order.</summary>
    public IList<AppId> Voided { get; } = [];

    /// <summary>When the tokens end that are there.</summary>
    public IList<DateTimeOffset> Ended { get; } = [];

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

    public Task<int> ForgetEndedAsync(DateTimeOffset before, int most, CancellationToken ct)
    {
        var forgotten = Ended.Where(end => end < before).Order().Take(most).ToList();
        forgotten.ForEach(end => Ended.Remove(end));
        return Task.FromResult(forgotten.Count);
    }

    public Task RemoveAsync(AppId id, CancellationToken ct)
    {
        memory.Write(now => now with { Apps = now.Apps.Remove(id) });
        return Task.CompletedTask;
    }
}
