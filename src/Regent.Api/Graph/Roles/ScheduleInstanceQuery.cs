using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>What a query about instances means to the operation that lists them.</summary>
internal static class ScheduleInstanceQuery
{
    /// <summary>Reads a query about instances of this kind; the operation sets the moment. The oldest come first unless asked otherwise.</summary>
    public static Reading<ScheduleQuery> Read(ODataQuery asked, ScheduleKind kind)
    {
        var sort = asked.Order?.Member switch
        {
            null or "startDateTime" => ScheduleSort.Start,
            "endDateTime" => ScheduleSort.End,
            _ => (ScheduleSort?)null,
        };
        if (sort is null)
        {
            return asked.Order!.Unsupported;
        }

        Reading<ScheduleQuery> read = new ScheduleQuery(kind, ScheduleView.InForce, Now: default)
        {
            System = RoleSystem.Directory,
            Sort = sort.Value,
            Descending = asked.Order?.Descending == true,
        };
        return asked.Filter.Aggregate(read, (before, term) => before.Then(query => Narrow(query, term)));
    }

    /// <summary>Exactly this instance.</summary>
    public static ScheduleQuery Of(InstanceId id) => new(id.Kind, ScheduleView.InForce, Now: default)
    {
        Principals = [id.Principal],
        Role = id.Role,
        Scope = id.Scope,
    };

    private static Reading<ScheduleQuery> Narrow(ScheduleQuery query, FilterTerm term) => term switch
    {
        { Operator: not FilterOperator.Equal } => term.Unsupported,
        { Path: "principalId" or "principal/id" } =>
            FilterValues.Id(term).Then<ScheduleQuery>(id => query with { Principals = [new PrincipalId(id)] }),
        { Path: "roleDefinitionId" or "roleDefinition/id" } =>
            FilterValues.Id(term).Then<ScheduleQuery>(id => query with { Role = new RoleDefinitionId(id) }),
        { Path: "directoryScopeId" } => FilterValues.Scope(term).Then<ScheduleQuery>(scope => query with { Scope = scope }),
        { Path: "assignmentType" } => FilterValues.Named<AssignmentType>(term) is [var type] ? query with { Type = type } : term.Misfit,
        _ => term.Unsupported,
    };
}
