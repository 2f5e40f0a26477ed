using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Roles;

/// <summary>A directory role that somebody holds now (specification of the API, section 2.1).</summary>
[Entity("unifiedRoleAssignment")]
internal sealed record RoleAssignmentContract
{
    private RoleAssignmentContract(InstanceId id, Related related)
    {
        Id = id.ToString();
        PrincipalId = id.Principal.ToString();
        PrincipalOrganizationId = related.Organisation.Id.ToString();
        RoleDefinitionId = id.Role.ToString();
        DirectoryScopeId = id.Scope.Value;
    }

    public string Id { get; }

    public string PrincipalId { get; }

    public string PrincipalOrganizationId { get; }

    public string RoleDefinitionId { get; }

    public string DirectoryScopeId { get; }

    /// <summary>Always null: directory roles have no scopes of applications.</summary>
    public string? AppScopeId { get; }

    /// <summary>Always null: directory roles have no conditions.</summary>
    public string? Condition { get; }

    [OnDemand]
    public DirectoryObjectContract? Principal { get; init; }

    [OnDemand]
    public RoleDefinitionContract? RoleDefinition { get; init; }

    [OnDemand]
    public DirectoryObjectContract? DirectoryScope { get; init; }

    [OnDemand]
    public AppScopeContract? AppScope { get; }

    /// <summary>One that was just made.</summary>
    public static RoleAssignmentContract Of(InstanceId id, Related related) => new(id, related);

    public static RoleAssignmentContract Of(SeenSchedule seen, Related related) => new(InstanceId.Of(seen.Listing.Schedule), related)
    {
        Principal = DirectoryObjectContract.Of(seen.Listing.Principal),
        RoleDefinition = RoleDefinitionContract.Of(seen.Listing.Role),
        DirectoryScope = AdministrativeUnitContract.IfUnit(related.Node(seen.Listing.Schedule.Scope)),
    };
}
