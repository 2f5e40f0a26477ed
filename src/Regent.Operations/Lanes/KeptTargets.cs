using System.Collections.Concurrent;
using Regent.Core;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Lanes;

/// <summary>Keeps the way to each target open from one batch of work to the next, until its settings change or it rests.</summary>
public sealed class KeptTargets(TargetDrivers drivers) : IAsyncDisposable, IDisposable
{
    /// <summary>What is said of a target whose settings do not go together, or cannot be unlocked.</summary>
    public static TargetAnswer Unusable { get; } = TargetAnswer.Unreachable("The target's settings do not work. Check them on its page.");

    private readonly ConcurrentDictionary<TargetId, (int Version, ITarget Way)> kept = new();

    /// <summary>The way to a target; only for whoever has its lane.</summary>
    public async Task<Outcome<ITarget>> OpenAsync(Target target)
    {
        if (kept.TryGetValue(target.Id, out var known))
        {
            if (known.Version == target.Version)
            {
                return new Outcome<ITarget>.Done(known.Way);
            }

            await CloseAsync(target.Id);
        }

        var opened = drivers.Open(target);
        if (opened is Outcome<ITarget>.Done(var way))
        {
            kept[target.Id] = (target.Version, way);
        }

        return opened;
    }

    /// <summary>Closes the way to a target that is gone or rests; only for whoever has its lane. The next one who needs it opens it again.</summary>
    public async Task CloseAsync(TargetId target)
    {
        if (kept.TryRemove(target, out var known))
        {
            await known.Way.DisposeAsync();
        }
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, way) in kept.Values)
        {
            await way.DisposeAsync();
        }

        kept.Clear();
    }
}
