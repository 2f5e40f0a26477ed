using Microsoft.AspNetCore.Routing;

namespace Regent.Api.Graph.Directory;

/// <summary>Who and what there is, and what belongs to what.</summary>
internal static class DirectoryRoom
{
    public static void Map(IEndpointRouteBuilder graph)
    {
        Users.Map(graph);
        Groups.Map(graph);
        GroupMembers.Map(graph);
        ServicePrincipals.Map(graph);
        Memberships.Map(graph);
        DirectoryObjects.Map(graph);
        DirectoryRoles.Map(graph);
        AdministrativeUnits.Map(graph);
        Organizations.Map(graph);
    }
}
