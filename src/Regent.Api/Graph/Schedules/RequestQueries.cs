using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Schedules;

/// <summary>What a query about requests means to the operation that lists them.</summary>
internal static class RequestQueries
{
    // What a removal ended, and when it was done, is not shown (specification of the API, section 2.4), and so not found.
    private static readonly RequestAction[] Shown =
        [.. Enum.GetValues<RequestAction>().Except([RequestAction.AdminRemove, RequestAction.SelfDeactivate])];

    /// <summary>The same question when nothing can meet it.</summary>
    public static RequestQuery Nothing(this RequestQuery query) => query with { Statuses = [] };

    /// <summary>Reads a query; the newest come first unless asked otherwise.</summary>
    public static Reading<RequestQuery> Read(ODataQuery asked, ScheduleFamily family)
    {
        if (asked.Order is { } order && order.Member != "createdDateTime")
        {
            return order.Unsupported;
        }

        Reading<RequestQuery> read = new RequestQuery { System = family.System, Kind = family.Kind, OldestFirst = asked.Order is { Descending: false } };
        return asked.Filter.Aggregate(read, (before, term) => before.Then(query => Narrow(query, term, family)));
    }

    private static Reading<RequestQuery> Narrow(RequestQuery query, FilterTerm term, ScheduleFamily family) => term switch
    {
        { Path: "createdDateTime" } => MomentRanges.Narrow(query.Created, term).Then<RequestQuery>(range => query with { Created = range }),
        { Path: "completedDateTime", Operator: not (FilterOperator.Null or FilterOperator.NotNull) } =>
            MomentRanges.Narrow(query.Completed, term).Then(range => Among(query with { Completed = range }, Shown)),
        { Path: "status" } => FilterValues.NamedAny<RequestStatus>(term).Then<RequestQuery>(states => query with
        {
            Statuses = [.. query.Statuses?.Intersect(states) ?? states],
        }),
        { Path: "action" } => FilterValues.NamedAny<RequestAction>(term).Then(actions => Among(query, actions)),
        { Path: "principal/displayName" } => FilterValues.Match(term).Then<RequestQuery>(name => query with { PrincipalName = name }),
        { Operator: not FilterOperator.Equal } => family.Narrow(query, term),
        { Path: "principalId" or "principal/id" } => FilterValues.Id(term).Then<RequestQuery>(id => For(query, new PrincipalId(id))),
        { Path: "createdBy/user/id" } => FilterValues.Id(term).Then<RequestQuery>(id => query with { CreatedBy = new PrincipalId(id) }),
        { Path: "targetScheduleId" } => family.ReadId(term.Text) is { } id
            ? Among(query with { About = new ScheduleId(id) }, Shown)
            : query.Nothing(),
        _ => family.Narrow(query, term),
    };

    private static RequestQuery For(RequestQuery query, PrincipalId principal) =>
        query.Principal is { } other && other != principal ? query.Nothing() : query with { Principal = principal };

    private static Reading<RequestQuery> Among(RequestQuery query, IEnumerable<RequestAction> actions) =>
        query with { Actions = [.. query.Actions?.Intersect(actions) ?? actions] };
}
