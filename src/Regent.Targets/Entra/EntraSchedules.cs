using Microsoft.Graph.Models;
using Regent.Core.Targets;

namespace Regent.Targets.Entra;

/// <summary>Roles with an end, by the tenant's own privileged identity management.</summary>
internal sealed class EntraSchedules(EntraInstances instances, EntraBatch batch, TimeProvider clock) : IEntraAccess
{
    private const string Exists = "RoleAssignmentExists";

    public async Task<IReadOnlyList<TargetAnswer>> GiveAsync(IReadOnlyList<EntraGift> gifts, CancellationToken ct)
    {
        var replies = await batch.SendAsync([.. gifts.Select(gift => EntraRequests.Give(UnifiedRoleScheduleRequestActions.AdminAssign, gift))], ct);
        var answers = gifts.Zip(replies, (gift, reply) => Given(gift.Place.Holding, reply)).ToArray();
        int[] there = [.. Enumerable.Range(0, gifts.Count).Where(index => replies[index].Has(Exists))];
        var moved = new List<int>();
        foreach (var (index, seen) in there.Zip(await instances.AtAsync([.. there.Select(index => gifts[index].Place)], ct)))
        {
            if (Judge(gifts[index], seen, answers[index]) is { } settled)
            {
                answers[index] = settled;
                continue;
            }

            moved.Add(index);
        }

        var updates = await batch.SendAsync([.. moved.Select(index => EntraRequests.Give(UnifiedRoleScheduleRequestActions.AdminUpdate, gifts[index]))], ct);
        foreach (var (index, reply) in moved.Zip(updates))
        {
            answers[index] = Given(gifts[index].Place.Holding, reply);
        }

        return answers;
    }

    public async Task<IReadOnlyList<TargetAnswer>> TakeAsync(IReadOnlyList<EntraPlace> places, CancellationToken ct)
    {
        var seen = await instances.AtAsync(places, ct);
        var answers = seen.Select(one => one.Trouble ?? (TenantStay.IsOnlyActivated(one.Value!, holder => holder.IsGiven) ? TargetAnswer.Done : null)).ToArray();
        int[] asked = [.. Enumerable.Range(0, places.Count).Where(index => answers[index] is null)];
        var replies = await batch.SendAsync([.. asked.Select(index => Take(places[index]))], ct);
        foreach (var (index, reply) in asked.Zip(replies))
        {
            answers[index] = reply.Has("RoleAssignmentDoesNotExist", "SubjectNotFound") ? TargetAnswer.Done : reply.Trouble ?? TargetAnswer.Done;
        }

        int[] young = [.. asked.Zip(replies).Where(pair => pair.Second.Has(TenantStay.TooShort)).Select(pair => pair.First)];
        var shortened = await ShortenAsync([.. young.Select(index => (places[index], seen[index].Value!.FirstOrDefault(one => one.IsGiven), answers[index]!))], ct);
        foreach (var (index, answer) in young.Zip(shortened))
        {
            answers[index] = answer;
        }

        return [.. answers.Select(answer => answer!)];
    }

    public async Task<TenantReply<IReadOnlyList<EntraHolder>>> HoldersAsync(string role, string? principal, CancellationToken ct)
    {
        var reply = await instances.ReadAsync(role, principal, ct);
        return reply.Value is { } all ? TenantReply<IReadOnlyList<EntraHolder>>.Of([.. all.Where(one => one.IsGiven)]) : reply;
    }

    public async Task<TenantReply<bool>> TryChangeAsync(string role, CancellationToken ct) =>
        (await batch.SendAsync([EntraRequests.Take($"{Guid.Empty}", role, EntraEntitlement.WholeTenant)], ct))[0];

    // What cannot be taken back yet can be given an end, so that it goes also when Regent is down by then.
    private async Task<IReadOnlyList<TargetAnswer>> ShortenAsync(
        IReadOnlyList<(EntraPlace Place, EntraHolder? Holder, TargetAnswer Refusal)> young, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ends = young.Select(one => TenantStay.EndOf(one.Holder?.Start, now)).ToList();
        int[] late = [.. Enumerable.Range(0, young.Count).Where(index => !TenantStay.EndsBy(young[index].Holder?.End, ends[index]))];
        var replies = await batch.SendAsync(
            [.. late.Select(index => EntraRequests.Give(UnifiedRoleScheduleRequestActions.AdminUpdate, new EntraGift(young[index].Place, ends[index])))], ct);
        var failed = late.Zip(replies).Where(pair => pair.Second.Trouble is not null).Select(pair => pair.First).ToHashSet();
        return [.. young.Select((one, index) => TenantStay.Answer(one.Refusal, ends[index], endsThere: !failed.Contains(index)))];
    }

    private static UnifiedRoleAssignmentScheduleRequest Take(EntraPlace place) => EntraRequests.Take(place.Principal, place.Role, place.Scope);

    private static TargetAnswer Given(Holding holding, TenantReply<bool> reply) => reply switch
    {
        { Trouble: null } => TargetAnswer.Done,
        _ when reply.Has("SubjectNotFound") => TargetAnswer.UnknownAccount(holding.Account),
        _ when reply.Has("RoleNotFound", "RoleDefinitionDoesNotExist") => TargetAnswer.UnknownEntitlement(holding.Entitlement),
        _ => reply.Trouble,
    };

    // Whoever administers the tenant gets a mail about each change: one that changes nothing is not asked for. Null where the end is to be moved.
    private static TargetAnswer? Judge(EntraGift gift, TenantReply<IReadOnlyList<EntraHolder>> seen, TargetAnswer refusal) => seen switch
    {
        { Value: not { } } => seen.Trouble,
        { Value: var holders } when TenantStay.IsOnlyActivated(holders, holder => holder.IsGiven) => TenantStay.Activated(gift.Place.Holding, refusal),
        { Value: var holders } when !holders.Any(holder => holder.IsGiven) => refusal,
        { Value: var holders } => holders.Any(holder => holder.IsGiven && TenantStay.IsSame(holder.End, gift.End)) ? TargetAnswer.Done : null,
    };
}
