using Regent.Api.Arm.Protocol;
using Regent.Api.OData;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Api.Arm.Requests;

/// <summary>What a filter on requests means to the operation that lists them.</summary>
internal static class RequestsFilter
{
    public static Reading<(RequestsAroundAsk Ask, RequestQuery Query)> Read(
        IReadOnlyList<ArmTerm> filter, RequestsAroundAsk ask, RequestQuery query, Caller caller)
    {
        Reading<(RequestsAroundAsk Ask, RequestQuery Query)> read = (ask, query);
        return filter.Aggregate(read, (before, term) => before.Then(both => Narrow(both.Ask, both.Query, term, caller)));
    }

    private static Reading<(RequestsAroundAsk, RequestQuery)> Narrow(RequestsAroundAsk ask, RequestQuery query, ArmTerm term, Caller caller) => term switch
    {
        { Name: "atscope()", Values: [] } => (ask with { AndBelow = false }, query),
        { Name: "astarget()", Values: [] } => (ask with { AsTarget = true }, query),
        { Name: "asrequestor()" or "ascreatedby()", Values: [] } => (ask with { AsRequestor = true }, query),
        { Name: "asapprover()", Values: [] } => (ask with { AsApprover = true }, query),
        { Name: "assignedto()" } => TermValues.Id(term).Then<(RequestsAroundAsk, RequestQuery)>(
            id => (ask with { AssignedTo = new PrincipalId(id) }, query)),
        { Name: "principalid" } => TermValues.Id(term).Then<(RequestsAroundAsk, RequestQuery)>(
            id => (ask, query with { Principal = new PrincipalId(id) })),
        { Name: "requestorid" } => TermValues.Id(term).Then<(RequestsAroundAsk, RequestQuery)>(
            id => (ask with { AsRequestor = ask.AsRequestor || caller.Id.Value == id }, query with { CreatedBy = new PrincipalId(id) })),
        { Name: "roledefinitionid" } => TermValues.Role(term).Then<(RequestsAroundAsk, RequestQuery)>(role => (ask, query with { Role = role })),
        { Name: "status" } => (ask, query with { Statuses = TermValues.Named<RequestStatus>(term) }),
        { Name: "requesttype" } => (ask, query with { Actions = TermValues.Named<RequestAction>(term) }),
        _ => term.Unsupported,
    };
}
