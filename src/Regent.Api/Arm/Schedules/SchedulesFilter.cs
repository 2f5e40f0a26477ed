using Regent.Api.Arm.Protocol;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Arm.Schedules;

/// <summary>What a filter on what is held means to the operation that lists it.</summary>
internal static class SchedulesFilter
{
    /// <summary>The only state of what is held that can be asked for.</summary>
    public const string Status = "Provisioned";

    /// <summary>The state it shows while a system outside still owes it.</summary>
    public const string Awaited = "PendingProvisioning";

    public static Reading<(AroundAsk Ask, ScheduleQuery Query)> Read(IReadOnlyList<ArmTerm> filter, AroundAsk ask, ScheduleQuery query, Caller caller)
    {
        Reading<(AroundAsk Ask, ScheduleQuery Query)> read = (ask, query);
        return filter.Aggregate(read, (before, term) => before.Then(both => Narrow(both.Ask, both.Query, term, caller)));
    }

    private static Reading<(AroundAsk, ScheduleQuery)> Narrow(AroundAsk ask, ScheduleQuery query, ArmTerm term, Caller caller) => term switch
    {
        { Name: "atscope()", Values: [] } => (ask with { AndBelow = false }, query),
        { Name: "astarget()", Values: [] } => (ask with { AssignedTo = caller.Id }, query),
        { Name: "assignedto()" } => TermValues.Id(term).Then<(AroundAsk, ScheduleQuery)>(id => (ask with { AssignedTo = new PrincipalId(id) }, query)),
        { Name: "principalid" } => TermValues.Id(term).Then<(AroundAsk, ScheduleQuery)>(id => (ask with { Principal = new PrincipalId(id) }, query)),
        { Name: "roledefinitionid" } => TermValues.Role(term).Then<(AroundAsk, ScheduleQuery)>(role => (ask, query with { Role = role })),
        { Name: "assignmenttype" } => TermValues.Named<AssignmentType>(term) is [var type] ? (ask, query with { Type = type }) : term.Misfit,
        { Name: "status" } when term.Value.Equals(Status, StringComparison.OrdinalIgnoreCase) => (ask, query),
        { Name: "status", Values: [_, ..] } => (ask with { Principal = Nobody }, query),
        _ => term.Unsupported,
    };

    private static PrincipalId Nobody => default;
}
