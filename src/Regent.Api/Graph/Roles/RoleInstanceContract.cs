using System.Text.Json.Serialization;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Roles;

/// <summary>A schedule of a directory role that is in force (specification of the API, section 2.1).</summary>
internal abstract record RoleInstanceContract
{
    protected RoleInstanceContract(SeenSchedule seen, Related related)
    {
        var schedule = seen.Listing.Schedule;
        Id = InstanceId.Of(schedule).ToString();
        PrincipalId = schedule.Principal.ToString();
        RoleDefinitionId = schedule.Role.ToString();
        DirectoryScopeId = schedule.Scope.Value;
        StartDateTime = seen.IsMadeByRequest || !schedule.Effective.IsPermanent ? schedule.Effective.Start : null;
        EndDateTime = schedule.Effective.End;
        MemberType = ScheduleWords.MemberType(seen);
        Principal = DirectoryObjectContract.Of(seen.Listing.Principal);
        RoleDefinition = RoleDefinitionContract.Of(seen.Listing.Role);
        DirectoryScope = AdministrativeUnitContract.IfUnit(related.Node(schedule.Scope));
    }

    [JsonPropertyOrder(-1)]
    public string Id { get; }

    public string PrincipalId { get; }

    public string RoleDefinitionId { get; }

    public string DirectoryScopeId { get; }

    /// <summary>Always null: directory roles have no scopes of applications.</summary>
    public string? AppScopeId { get; }

    /// <summary>When it began; null for what is permanent and no request made.</summary>
    public DateTimeOffset? StartDateTime { get; }

    public DateTimeOffset? EndDateTime { get; }

    public string MemberType { get; }

    [OnDemand]
    public DirectoryObjectContract Principal { get; }

    [OnDemand]
    public RoleDefinitionContract RoleDefinition { get; }

    [OnDemand]
    public DirectoryObjectContract? DirectoryScope { get; }

    [OnDemand]
    public AppScopeContract? AppScope { get; }
}
