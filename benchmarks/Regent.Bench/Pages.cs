using System.Diagnostics;
using Regent.Core.Principals;
using Regent.Testing.Http;
using Regent.Testing.Population;

namespace Regent.Bench;

/// <summary>How long a page takes, from the request to the last byte.</summary>
internal static class Pages
{
    private const int Runs = 30;

    /// <summary>The median and the slowest of thirty, after a warm-up, in milliseconds.</summary>
    public static async Task<(double Median, double Slowest)> TimeAsync(RunningServer server, Principal person, string path)
    {
        using var client = await PortalClient.SignInAsync(server.Address, person.UserPrincipalName!.Value, Crowd.Password, CancellationToken.None);
        var times = new List<double>();
        for (var run = -3; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            if (run >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        times.Sort();
        return (times[Runs / 2], times[^1]);
    }
}
