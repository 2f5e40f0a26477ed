using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Regent.Portal.Parts;

/// <summary>Holds, for the moment between the first answer and the live page, what the answer was made from.</summary>
internal sealed class HandoverShelf(TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (object Value, DateTimeOffset Until)> kept = new();

    /// <summary>Keeps a value and returns the ticket for it, which nobody can guess.</summary>
    public string Put(object value)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, entry) in kept)
        {
            if (entry.Until < now)
            {
                kept.TryRemove(old, out _);
            }
        }

        var ticket = RandomNumberGenerator.GetHexString(32);
        kept[ticket] = (value, now + Keep);

        return ticket;
    }

    /// <summary>The value for a ticket, once; null when it is gone or was kept by another server.</summary>
    public object? Take(string ticket) => kept.TryRemove(ticket, out var entry) && entry.Until >= clock.GetUtcNow() ? entry.Value : null;
}
