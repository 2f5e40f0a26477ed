using Microsoft.Graph.Models;

namespace Regent.Targets.Entra;

/// <summary>Reads who has a role now by the tenant's privileged identity management.</summary>
internal sealed class EntraInstances(TenantGraph graph)
{
    /// <summary>Who has a role, given or activated; what comes through a group is the group's.</summary>
    /// <param name="role">The id of the role.</param>
    /// <param name="principal">Only this one; null is everybody.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<TenantReply<IReadOnlyList<EntraHolder>>> ReadAsync(string role, string? principal, CancellationToken ct)
    {
        var reply = await graph.ListAsync<UnifiedRoleAssignmentScheduleInstanceCollectionResponse, UnifiedRoleAssignmentScheduleInstance>(
            (client, token) => client.RoleManagement.Directory.RoleAssignmentScheduleInstances.GetAsync(
                call => call.QueryParameters.Filter = EntraFilter.Of(role, principal), token),
            (client, next, token) => client.RoleManagement.Directory.RoleAssignmentScheduleInstances.WithUrl(next).GetAsync(cancellationToken: token),
            page => (page.Value, page.OdataNextLink),
            ct);
        return reply.Value is { } all
            ? TenantReply<IReadOnlyList<EntraHolder>>.Of([.. all.Where(one => one.MemberType is null || Is(one.MemberType, "Direct")).Select(HolderOf)])
            : reply.As<IReadOnlyList<EntraHolder>>();
    }

    /// <summary>What there is at each of these places, in their order; each role is read once.</summary>
    public async Task<IReadOnlyList<TenantReply<IReadOnlyList<EntraHolder>>>> AtAsync(IReadOnlyList<EntraPlace> places, CancellationToken ct)
    {
        var asked = places.GroupBy(place => place.Role)
            .Select(same => (Role: same.Key, Principals: same.Select(place => place.Principal).Distinct().ToList())).ToList();
        var replies = await TenantLink.EachAsync(asked, (one, token) => ReadAsync(one.Role, one.Principals is [var only] ? only : null, token), ct);
        var found = asked.Zip(replies).ToDictionary(pair => pair.First.Role, pair => pair.Second);
        return [.. places.Select(place => found[place.Role] is { Value: { } all }
            ? TenantReply<IReadOnlyList<EntraHolder>>.Of([.. all.Where(holder => holder.Is(place))])
            : found[place.Role])];
    }

    private static EntraHolder HolderOf(UnifiedRoleAssignmentScheduleInstance one) => new(
        one.Id ?? "", one.PrincipalId ?? "", one.DirectoryScopeId ?? EntraEntitlement.WholeTenant, one.EndDateTime)
    {
        Start = one.StartDateTime,
        IsGiven = Is(one.AssignmentType, "Assigned"),
    };

    private static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
