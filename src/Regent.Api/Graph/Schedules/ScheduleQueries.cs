using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Schedules;

/// <summary>What a query about schedules or instances means to the operation that lists them.</summary>
internal static class ScheduleQueries
{
    /// <summary>Reads a query; the operation sets the moment.</summary>
    public static Reading<ScheduleAsk> Read(ODataQuery asked, ScheduleFamily family, ScheduleSet set)
    {
        var order = set.Orders.FirstOrDefault(one => asked.Order is null || one.Member == asked.Order.Member);
        if (order.Member is null)
        {
            return asked.Order!.Unsupported;
        }

        Reading<ScheduleAsk> read = new ScheduleAsk(new ScheduleQuery(family.Kind, set.View, Now: default)
        {
            System = family.System,
            Sort = order.Sort,
            Descending = asked.Order?.Descending == true,
        });
        return asked.Filter.Aggregate(read, (before, term) => before.Then(ask => Narrow(ask, term, family)));
    }

    private static Reading<ScheduleAsk> Narrow(ScheduleAsk ask, FilterTerm term, ScheduleFamily family) => term switch
    {
        { Path: "principalId", Operator: FilterOperator.NotNull } => ask,
        { Path: "principalId", Operator: FilterOperator.Null } => ask.Nothing,
        { Path: "principalId" or "principal/id" } =>
            FilterValues.Ids(term).Then<ScheduleAsk>(ids => ask.Of(ids.Select(id => new PrincipalId(id)))),
        { Path: "principal/displayName" } =>
            FilterValues.Match(term).Then<ScheduleAsk>(name => ask with { Query = ask.Query with { PrincipalName = name } }),
        { Operator: not FilterOperator.Equal } => family.Narrow(ask, term),
        { Path: "id" or "createdUsing" or "roleAssignmentScheduleId" or "roleEligibilityScheduleId" or "assignmentScheduleId" or "eligibilityScheduleId" } =>
            ById(ask, term, family),
        { Path: "assignmentType" } => FilterValues.Named<AssignmentType>(term) is [var type]
            ? ask with { Query = ask.Query with { Type = type } }
            : term.Misfit,
        { Path: "memberType" } => OfMembers(ask, term),
        { Path: "status" } => InState(ask, term),
        _ => family.Narrow(ask, term),
    };

    private static Reading<ScheduleAsk> ById(ScheduleAsk ask, FilterTerm term, ScheduleFamily family)
    {
        if (family.ReadId(term.Text) is { } id)
        {
            return ask with { Query = ask.Query with { Id = new ScheduleId(id) } };
        }

        return (family.Instances.Find(term.Text) ?? family.Schedules.Find(term.Text)) is { Principals: { } holders, Role: { } role, Scope: { } scope }
            ? ask.Of(holders).Of(role).At(scope)
            : ask.Nothing;
    }

    // Directory roles and groups are inherited from nowhere.
    private static Reading<ScheduleAsk> OfMembers(ScheduleAsk ask, FilterTerm term) => term.Text switch
    {
        var text when Is(text, ScheduleWords.Direct) => ask with { ThroughGroup = false },
        var text when Is(text, ScheduleWords.Group) => ask with { ThroughGroup = true },
        var text when Is(text, "Inherited") => ask.Nothing,
        _ => term.Misfit,
    };

    // A planned one is in no list of what is in force.
    private static Reading<ScheduleAsk> InState(ScheduleAsk ask, FilterTerm term) => (term.Text, ask.Query.View) switch
    {
        (var text, _) when Is(text, ScheduleWords.InForce) => ask with { Query = ask.Query with { View = ScheduleView.InForce } },
        (var text, ScheduleView.Open) when Is(text, ScheduleWords.Planned) =>
            ask with { Query = ask.Query with { View = ScheduleView.Planned } },
        _ => ask.Nothing,
    };

    private static bool Is(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
