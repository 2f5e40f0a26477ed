using Microsoft.Graph.Models;
using Regent.Core.Targets;

namespace Regent.Targets.Entra;

/// <summary>The directory roles of a tenant, found by name, id or template id.</summary>
internal sealed class EntraRoles(IReadOnlyList<UnifiedRoleDefinition> all)
{
    /// <summary>The id of a role, or why it cannot be told.</summary>
    public (string? Id, TargetAnswer? Trouble) Find(EntraEntitlement entitlement, string text)
    {
        var found = all.Where(role => Is(role.Id) || Is(role.TemplateId)).Take(1).ToList();
        found = found is [] ? [.. all.Where(role => Is(role.DisplayName))] : found;
        return found switch
        {
            [{ Id: { } id }] => (id, null),
            [_, _, ..] => (null, TargetAnswer.Refused($"Several roles are called {entitlement.Role}. Name it by its id.")),
            _ => (null, TargetAnswer.UnknownEntitlement(text)),
        };

        bool Is(string? name) => string.Equals(name, entitlement.Role, StringComparison.OrdinalIgnoreCase);
    }

    public static async Task<TenantReply<EntraRoles>> LoadAsync(TenantGraph graph, CancellationToken ct)
    {
        var reply = await graph.ListAsync<UnifiedRoleDefinitionCollectionResponse, UnifiedRoleDefinition>(
            (client, token) => client.RoleManagement.Directory.RoleDefinitions.GetAsync(
                call => call.QueryParameters.Select = ["id", "templateId", "displayName"], token),
            (client, next, token) => client.RoleManagement.Directory.RoleDefinitions.WithUrl(next).GetAsync(cancellationToken: token),
            page => (page.Value, page.OdataNextLink),
            ct);
        return reply.Value is { } all ? TenantReply<EntraRoles>.Of(new EntraRoles(all)) : reply.As<EntraRoles>();
    }
}
