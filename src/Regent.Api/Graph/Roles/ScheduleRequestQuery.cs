using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>What a query about requests means to the operation that lists them.</summary>
internal static class ScheduleRequestQuery
{
    /// <summary>Reads a query about requests of this kind. They come newest first, and in no other order.</summary>
    public static Reading<RequestQuery> Read(ODataQuery asked, ScheduleKind kind)
    {
        if (asked.Order is { } order && order is not { Member: "createdDateTime", Descending: true })
        {
            return order.Unsupported;
        }

        Reading<RequestQuery> read = new RequestQuery { System = RoleSystem.Directory, Kind = kind };
        return asked.Filter.Aggregate(read, (before, term) => before.Then(query => Narrow(query, term)));
    }

    private static Reading<RequestQuery> Narrow(RequestQuery query, FilterTerm term) => term switch
    {
        { Operator: not FilterOperator.Equal } => term.Unsupported,
        { Path: "principalId" or "principal/id" } =>
            FilterValues.Id(term).Then<RequestQuery>(id => query with { Principal = new PrincipalId(id) }),
        { Path: "roleDefinitionId" or "roleDefinition/id" } =>
            FilterValues.Id(term).Then<RequestQuery>(id => query with { Role = new RoleDefinitionId(id) }),
        { Path: "directoryScopeId" } => FilterValues.Scope(term).Then<RequestQuery>(scope => query with { Scope = scope }),
        { Path: "status" } => query with { Statuses = FilterValues.Named<RequestStatus>(term) },
        { Path: "action" } => query with { Actions = FilterValues.Named<RequestAction>(term) },
        _ => term.Unsupported,
    };
}
