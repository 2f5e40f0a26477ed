using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Regent.Core.Principals;

namespace Regent.Bench;

/// <summary>Durable activations over HTTP: each answered request is on disk with its schedule, record, mails and agenda.</summary>
internal static class Activations
{
    /// <summary>Activations per second, each of another person and role pair.</summary>
    public static async Task<double> PerSecondAsync(
        RunningServer server, IReadOnlyList<(Principal Person, string Token)> people, Queue<(int Person, Guid Role)> asks, int callers, TimeSpan time)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = callers }) { BaseAddress = server.Address };
        var done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            while (watch.Elapsed < time && Next(asks) is { } ask)
            {
                await AskAsync(client, people[ask.Person], ask.Role);
                Interlocked.Increment(ref done);
            }
        }));
        return done / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Activates a role for somebody, and gives the id of the schedule that came of it.</summary>
    public static async Task<Guid> AskAsync(HttpClient client, (Principal Person, string Token) asker, Guid role)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1.0/roleManagement/directory/roleAssignmentScheduleRequests")
        {
            Content = JsonContent.Create(new
            {
                action = "selfActivate",
                principalId = asker.Person.Id.Value,
                roleDefinitionId = role,
                directoryScopeId = "/",
                justification = "benchmark",
                scheduleInfo = new { expiration = new { type = "afterDuration", duration = "PT1H" } },
            }),
        };
        request.Headers.Authorization = new("Bearer", asker.Token);
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.Created)
        {
            throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        return (await answer.Content.ReadFromJsonAsync<Made>())!.TargetScheduleId;
    }

    private static (int Person, Guid Role)? Next(Queue<(int, Guid)> asks)
    {
        lock (asks)
        {
            return asks.TryDequeue(out var ask) ? ask : null;
        }
    }

    private sealed record Made(Guid TargetScheduleId);
}
