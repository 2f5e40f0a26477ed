using Regent.Api.Graph.Contracts;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Core.Requests;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>A request about a directory role (specification of the API, section 2.1).</summary>
internal abstract record RoleRequestContract : ScheduleRequestContract
{
    protected RoleRequestContract(ScheduleRequest request)
        : base(request)
    {
        RoleDefinitionId = request.Role.ToString();
        DirectoryScopeId = request.Scope.Value;
        TargetScheduleId = ShowsSchedule(request) ? (request.Schedule ?? request.Target)?.ToString() : null;
    }

    public string RoleDefinitionId { get; }

    public string DirectoryScopeId { get; }

    /// <summary>Always null: directory roles have no scopes of applications.</summary>
    public string? AppScopeId { get; }

    [OnDemand]
    public RoleDefinitionContract? RoleDefinition { get; init; }

    [OnDemand]
    public DirectoryObjectContract? DirectoryScope { get; init; }

    [OnDemand]
    public AppScopeContract? AppScope { get; }

    protected RoleRequestContract With(RequestListing listing, Related related) => this with
    {
        Principal = DirectoryObjectContract.Of(listing.Principal),
        RoleDefinition = RoleDefinitionContract.Of(listing.Role),
        DirectoryScope = AdministrativeUnitContract.IfUnit(related.Node(listing.Request.Scope)),
    };

    /// <summary>The schedule it is shown to be about; null where none is shown.</summary>
    protected static SeenSchedule? Target(ScheduleRequest request, Related related) =>
        ShowsSchedule(request) ? related.Schedule(request.Schedule ?? request.Target) : null;
}
