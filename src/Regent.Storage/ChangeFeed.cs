using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Regent.Operations.Ports;

namespace Regent.Storage;

/// <summary>Tells this node's pages and workers of each commit, here or on another node.</summary>
internal sealed class ChangeFeed(ILogger<ChangeFeed> log) : IChangeFeed
{
    private readonly ConcurrentDictionary<Subscription, Action> subscribers = new();

    /// <summary>Raised after each commit of this node, so that other nodes can be told.</summary>
    public event Action? CommittedHere;

    public IDisposable Subscribe(Action committed)
    {
        var subscription = new Subscription(this);
        subscribers[subscription] = committed;
        return subscription;
    }

    /// <summary>Something was committed here.</summary>
    public void Publish()
    {
        CommittedHere?.Invoke();
        Tell();
    }

    /// <summary>Something was committed somewhere.</summary>
    public void Tell()
    {
        foreach (var committed in subscribers.Values)
        {
            try
            {
                committed();
            }
            catch (Exception error)
            {
                // What was committed stays committed, whatever a listener makes of it.
                log.SubscriberFailed(error);
            }
        }
    }

    private sealed class Subscription(ChangeFeed feed) : IDisposable
    {
        public void Dispose() => feed.subscribers.TryRemove(this, out _);
    }
}
