using System.Text.Json.Serialization;
using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Operations.Assignments;

namespace Regent.Api.Graph.Roles;

/// <summary>A schedule of a directory role (specification of the API, section 2.1).</summary>
internal abstract record RoleScheduleContract
{
    protected RoleScheduleContract(SeenSchedule seen, Related related)
    {
        var schedule = seen.Listing.Schedule;
        Id = RoleScheduleIds.Of(seen);
        PrincipalId = schedule.Principal.ToString();
        RoleDefinitionId = schedule.Role.ToString();
        DirectoryScopeId = schedule.Scope.Value;
        CreatedUsing = seen.IsMadeByRequest ? schedule.Id.ToString() : null;
        CreatedDateTime = seen.IsMadeByRequest ? schedule.CreatedAt : null;
        Status = ScheduleWords.Status(seen);
        ScheduleInfo = RequestScheduleContract.Of(schedule);
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

    public string? CreatedUsing { get; }

    public DateTimeOffset? CreatedDateTime { get; }

    /// <summary>Always null: when it was changed is in the record of requests.</summary>
    public DateTimeOffset? ModifiedDateTime { get; }

    public string Status { get; }

    public RequestScheduleContract ScheduleInfo { get; }

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
