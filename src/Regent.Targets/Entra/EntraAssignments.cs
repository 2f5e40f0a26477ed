using Microsoft.Graph.Models;
using Regent.Core.Targets;

namespace Regent.Targets.Entra;

/// <summary>Roles without an end, for tenants without privileged identity management of their own.</summary>
internal sealed class EntraAssignments(TenantGraph graph) : IEntraAccess
{
    public async Task<IReadOnlyList<TargetAnswer>> GiveAsync(IReadOnlyList<EntraGift> gifts, CancellationToken ct) =>
        [.. gifts.Zip(await TenantLink.EachAsync(gifts, (gift, token) => GiveAsync(gift.Place, token), ct), (_, reply) => reply.Trouble ?? reply.Value!)];

    public async Task<IReadOnlyList<TargetAnswer>> TakeAsync(IReadOnlyList<EntraPlace> places, CancellationToken ct) =>
        [.. (await TenantLink.EachAsync(places, TakeAsync, ct)).Select(reply => reply.Trouble ?? reply.Value!)];

    public async Task<TenantReply<IReadOnlyList<EntraHolder>>> HoldersAsync(string role, string? principal, CancellationToken ct)
    {
        var reply = await graph.ListAsync<UnifiedRoleAssignmentCollectionResponse, UnifiedRoleAssignment>(
            (client, token) => client.RoleManagement.Directory.RoleAssignments.GetAsync(
                call => call.QueryParameters.Filter = EntraFilter.Of(role, principal), token),
            (client, next, token) => client.RoleManagement.Directory.RoleAssignments.WithUrl(next).GetAsync(cancellationToken: token),
            page => (page.Value, page.OdataNextLink),
            ct);
        return reply.Value is { } all
            ? TenantReply<IReadOnlyList<EntraHolder>>.Of([.. all.Select(one => new EntraHolder(
                one.Id ?? "", one.PrincipalId ?? "", one.DirectoryScopeId ?? EntraEntitlement.WholeTenant, End: null))])
            : reply.As<IReadOnlyList<EntraHolder>>();
    }

    public async Task<TenantReply<bool>> TryChangeAsync(string role, CancellationToken ct) =>
        (await DeleteAsync($"{Guid.Empty:N}", ct)) is { IsMissing: false, Trouble: not null } reply ? reply : TenantReply<bool>.Of(true);

    private async Task<TenantReply<TargetAnswer>> GiveAsync(EntraPlace place, CancellationToken ct)
    {
        var made = await graph.TryAsync(
            (client, token) => client.RoleManagement.Directory.RoleAssignments.PostAsync(
                new UnifiedRoleAssignment { PrincipalId = place.Principal, RoleDefinitionId = place.Role, DirectoryScopeId = place.Scope },
                cancellationToken: token),
            ct);
        if (made.Trouble is null)
        {
            return TenantReply<TargetAnswer>.Of(TargetAnswer.Done);
        }

        if (made.Status is not (400 or 404 or 409))
        {
            return made.As<TargetAnswer>();
        }

        // The directory has one code for everything that does not fit; whether it is there already shows what was meant.
        var holders = await HoldersAsync(place.Role, place.Principal, ct);
        return holders.Value?.Any(holder => holder.Is(place)) == true ? TenantReply<TargetAnswer>.Of(TargetAnswer.Done)
            : made.IsMissing || made.Has("SubjectNotFound") ? TenantReply<TargetAnswer>.Of(TargetAnswer.UnknownAccount(place.Holding.Account))
            : made.As<TargetAnswer>();
    }

    private async Task<TenantReply<TargetAnswer>> TakeAsync(EntraPlace place, CancellationToken ct)
    {
        var holders = await HoldersAsync(place.Role, place.Principal, ct);
        if (holders.Value is not { } all)
        {
            return holders.As<TargetAnswer>();
        }

        foreach (var holder in all.Where(holder => holder.Is(place)))
        {
            if (await DeleteAsync(holder.Id, ct) is { Trouble: not null, IsMissing: false } failed)
            {
                return failed.As<TargetAnswer>();
            }
        }

        return TenantReply<TargetAnswer>.Of(TargetAnswer.Done);
    }

    private Task<TenantReply<bool>> DeleteAsync(string id, CancellationToken ct) => graph.TryAsync(
        async (client, token) =>
        {
            await client.RoleManagement.Directory.RoleAssignments[id].DeleteAsync(cancellationToken: token);
            return true;
        },
        ct);
}
