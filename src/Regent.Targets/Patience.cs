using System.Collections.Concurrent;
using System.Net;

namespace Regent.Targets;

/// <summary>Remembers until when servers want to be left alone, so that no other call comes there earlier.</summary>
internal sealed class Patience(TimeProvider clock)
{
    private static readonly TimeSpan UnlessTold = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    /// <summary>A server that asks for longer is asked again by then: access must not stay because of one odd number.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, DateTimeOffset> ends = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a server is still to be left alone; null when it may be called.</summary>
    public TimeSpan? Left(Uri server) =>
        ends.TryGetValue(server.Authority, out var end) && end - clock.GetUtcNow() is { } left && left > TimeSpan.Zero ? left : null;

    /// <summary>How long a server asks to wait, which is remembered; null when it does not ask.</summary>
    public TimeSpan? Heed(Uri server, HttpResponseMessage response)
    {
        if (WaitOf(response, clock) is not { } wait)
        {
            return null;
        }

        var end = clock.GetUtcNow() + wait;
        ends.AddOrUpdate(server.Authority, end, (_, known) => known > end ? known : end);
        return wait;
    }

    /// <summary>How long a server asks to wait, in seconds or by a date of its own clock; null when it does not.</summary>
    public static TimeSpan? WaitOf(HttpResponseMessage response, TimeProvider clock)
    {
        var told = response.Headers.RetryAfter;
        var wait = told?.Delta ?? told?.Date - (response.Headers.Date ?? clock.GetUtcNow());
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => Sensible(wait ?? UnlessTold),
            HttpStatusCode.ServiceUnavailable when wait is { } span => Sensible(span),
            _ => null,
        };
    }

    private static TimeSpan Sensible(TimeSpan wait) => wait < Shortest ? Shortest : wait > Longest ? Longest : wait;
}
