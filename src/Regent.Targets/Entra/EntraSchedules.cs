using Microsoft.Graph.Models;
using Regent.Core.Targets;

namespace Regent.Targets.Entra;

/// <summary>Roles with an end, by the tenant's own privileged identity management.</summary>
internal sealed class EntraSchedules(TenantGraph graph, EntraBatch batch) : IEntraAccess
{
    private const string Reason = "Given and taken back by Regent";
    private const string Exists = "RoleAssignmentExists";

    private static readonly TimeSpan SameEnd = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<TargetAnswer>> GiveAsync(IReadOnlyList<EntraGift> gifts, CancellationToken ct)
    {
        var replies = (await batch.SendAsync([.. gifts.Select(gift => Give(UnifiedRoleScheduleRequestActions.AdminAssign, gift))], ct)).ToArray();
        int[] there = [.. Enumerable.Range(0, gifts.Count).Where(index => replies[index].Has(Exists))];
        int[] moved = [.. there.Zip(await TenantLink.EachAsync(there, (index, token) => IsAsItShouldBeAsync(gifts[index], token), ct))
            .Where(pair => !Settle(replies, pair.First, pair.Second)).Select(pair => pair.First)];
        var updates = await batch.SendAsync([.. moved.Select(index => Give(UnifiedRoleScheduleRequestActions.AdminUpdate, gifts[index]))], ct);
        foreach (var (index, reply) in moved.Zip(updates))
        {
            replies[index] = reply;
        }

        return [.. gifts.Zip(replies, (gift, reply) => AnswerOf(gift.Place.Holding, reply))];
    }

    public async Task<IReadOnlyList<TargetAnswer>> TakeAsync(IReadOnlyList<EntraPlace> places, CancellationToken ct)
    {
        var replies = await batch.SendAsync([.. places.Select(place => Take(place.Principal, place.Role, place.Scope))], ct);
        return [.. replies.Select(reply =>
            reply.Has("RoleAssignmentDoesNotExist", "SubjectNotFound") ? TargetAnswer.Done : reply.Trouble ?? TargetAnswer.Done)];
    }

    public async Task<TenantReply<IReadOnlyList<EntraHolder>>> HoldersAsync(string role, string? principal, CancellationToken ct)
    {
        var reply = await graph.ListAsync<UnifiedRoleAssignmentScheduleInstanceCollectionResponse, UnifiedRoleAssignmentScheduleInstance>(
            (client, token) => client.RoleManagement.Directory.RoleAssignmentScheduleInstances.GetAsync(
                call => call.QueryParameters.Filter = EntraFilter.Of(role, principal), token),
            (client, next, token) => client.RoleManagement.Directory.RoleAssignmentScheduleInstances.WithUrl(next).GetAsync(cancellationToken: token),
            page => (page.Value, page.OdataNextLink),
            ct);
        return reply.Value is { } all
            ? TenantReply<IReadOnlyList<EntraHolder>>.Of([.. all.Where(IsGiven).Select(one => new EntraHolder(
                one.Id ?? "", one.PrincipalId ?? "", one.DirectoryScopeId ?? EntraEntitlement.WholeTenant, one.EndDateTime))])
            : reply.As<IReadOnlyList<EntraHolder>>();
    }

    public async Task<TenantReply<bool>> TryChangeAsync(string role, CancellationToken ct) =>
        (await batch.SendAsync([Take($"{Guid.Empty}", role, EntraEntitlement.WholeTenant)], ct))[0];

    // What somebody activates there for a while is theirs, and what comes through a group is the group's.
    private static bool IsGiven(UnifiedRoleAssignmentScheduleInstance one) =>
        Is(one.AssignmentType, "Assigned") && (one.MemberType is null || Is(one.MemberType, "Direct"));

    private static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    private static TargetAnswer AnswerOf(Holding holding, TenantReply<bool> reply) => reply switch
    {
        { Trouble: null } => TargetAnswer.Done,
        _ when reply.Has("SubjectNotFound") => TargetAnswer.UnknownAccount(holding.Account),
        _ when reply.Has("RoleNotFound", "RoleDefinitionDoesNotExist") => TargetAnswer.UnknownEntitlement(holding.Entitlement),
        _ => reply.Trouble,
    };

    // Whoever administers the tenant gets a mail about each change: one that changes nothing is not asked for.
    private async Task<TenantReply<bool>> IsAsItShouldBeAsync(EntraGift gift, CancellationToken ct)
    {
        var reply = await HoldersAsync(gift.Place.Role, gift.Place.Principal, ct);
        return reply.Value is not { } holders
            ? reply.As<bool>()
            : TenantReply<bool>.Of(holders.Any(holder => holder.Is(gift.Place) && (holder.End, gift.End) switch
            {
                (null, null) => true,
                ({ } end, { } wanted) => (end - wanted).Duration() <= SameEnd,
                _ => false,
            }));
    }

    private static bool Settle(TenantReply<bool>[] replies, int index, TenantReply<bool> seen)
    {
        var isSettled = seen.Trouble is not null || seen.Value;
        replies[index] = isSettled ? seen : replies[index];
        return isSettled;
    }

    private static UnifiedRoleAssignmentScheduleRequest Give(UnifiedRoleScheduleRequestActions action, EntraGift gift) => new()
    {
        Action = action,
        PrincipalId = gift.Place.Principal,
        RoleDefinitionId = gift.Place.Role,
        DirectoryScopeId = gift.Place.Scope,
        Justification = Reason,
        ScheduleInfo = new RequestSchedule
        {
            Expiration = gift.End is { } end
                ? new ExpirationPattern { Type = ExpirationPatternType.AfterDateTime, EndDateTime = end }
                : new ExpirationPattern { Type = ExpirationPatternType.NoExpiration },
        },
    };

    private static UnifiedRoleAssignmentScheduleRequest Take(string principal, string role, string scope) => new()
    {
        Action = UnifiedRoleScheduleRequestActions.AdminRemove,
        PrincipalId = principal,
        RoleDefinitionId = role,
        DirectoryScopeId = scope,
        Justification = Reason,
    };
}
