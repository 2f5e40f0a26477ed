using Microsoft.Graph;
using Microsoft.Graph.Models;
using Regent.Core.Targets;

namespace Regent.Targets.Entra;

/// <summary>Sends requests about roles, twenty in one call, and waits where some of them are put off.</summary>
internal sealed class EntraBatch(TenantGraph graph, TenantLink link)
{
    private const int MostAtOnce = 20;

    /// <summary>One reply for each, in their order.</summary>
    public async Task<IReadOnlyList<TenantReply<bool>>> SendAsync(IReadOnlyList<UnifiedRoleAssignmentScheduleRequest> bodies, CancellationToken ct)
    {
        var chunks = bodies.Chunk(MostAtOnce).ToList();
        var replies = await TenantLink.EachAsync(chunks, SendPatientlyAsync, ct);
        return [.. chunks.Zip(replies).SelectMany(pair =>
            pair.Second.Value ?? Enumerable.Repeat(pair.Second.As<bool>(), pair.First.Length))];
    }

    private async Task<TenantReply<TenantReply<bool>[]>> SendPatientlyAsync(UnifiedRoleAssignmentScheduleRequest[] bodies, CancellationToken ct)
    {
        var replies = new TenantReply<bool>[bodies.Length];
        int[] pending = [.. Enumerable.Range(0, bodies.Length)];
        for (var end = link.Clock.GetUtcNow() + link.Options.Timeout; ;)
        {
            var sent = await graph.TryAsync((client, token) => SendOnceAsync(client, [.. pending.Select(index => bodies[index])], token), ct);
            foreach (var (index, answer) in pending.Zip(sent.Value ?? Enumerable.Repeat((sent.As<bool>(), (TimeSpan?)null), pending.Length)))
            {
                replies[index] = answer.Item1;
            }

            var waits = pending.Zip(sent.Value ?? []).Where(pair => pair.Second.Wait is not null).ToList();
            var longest = waits.Count == 0 ? TimeSpan.Zero : waits.Max(pair => pair.Second.Wait!.Value);
            if (waits.Count == 0 || link.Clock.GetUtcNow() + longest >= end)
            {
                return TenantReply<TenantReply<bool>[]>.Of(replies);
            }

            pending = [.. waits.Select(pair => pair.First)];
            await Task.Delay(longest, link.Clock, ct);
        }
    }

    private async Task<(TenantReply<bool> Reply, TimeSpan? Wait)[]> SendOnceAsync(
        GraphServiceClient client, IReadOnlyList<UnifiedRoleAssignmentScheduleRequest> bodies, CancellationToken ct)
    {
        var batch = new BatchRequestContentCollection(client);
        var names = new List<string>();
        foreach (var body in bodies)
        {
            names.Add(await batch.AddBatchRequestStepAsync(client.RoleManagement.Directory.RoleAssignmentScheduleRequests.ToPostRequestInformation(body)));
        }

        var answers = await client.Batch.PostAsync(batch, ct);
        var replies = new List<(TenantReply<bool>, TimeSpan?)>();
        foreach (var name in names)
        {
            using var answer = await answers.GetResponseByIdAsync(name);
            replies.Add(answer is null
                ? (TenantReply<bool>.Failed(TargetAnswer.Unreachable("The answer has nothing about this.")), null)
                : (await ReplyOfAsync(answer, ct), link.Patience.Heed(graph.Address, answer)));
        }

        return [.. replies];
    }

    private static async Task<TenantReply<bool>> ReplyOfAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        if (answer.IsSuccessStatusCode)
        {
            return TenantReply<bool>.Of(true);
        }

        var (code, message) = TenantError.Read(await answer.Content.ReadAsByteArrayAsync(ct));
        return TenantTrouble.Said<bool>((int)answer.StatusCode, code, message);
    }
}
