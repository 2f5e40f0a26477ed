using Regent.Api.OData;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Audit;

/// <summary>What a question about the record means to the operation that lists it.</summary>
internal static class AuditFilter
{
    private const string When = "activityDateTime";

    // The finest step of time that is kept.
    private static readonly TimeSpan Step = TimeSpan.FromMicroseconds(1);

    public static Reading<AuditQuery> Read(ODataQuery asked) => asked switch
    {
        { Skip: > 0 } => new Flaw(FlawKind.UnsupportedQuery, "The record is not listed with $skip; follow @odata.nextLink.") { Target = "$skip" },
        { Order: { Member: not When } order } => order.Unsupported,
        _ => asked.Filter.Aggregate(
            (Reading<AuditQuery>)new AuditQuery { OldestFirst = asked.Order?.Descending == false },
            (before, term) => before.Then(query => Narrow(query, term))),
    };

    private static Reading<AuditQuery> Narrow(AuditQuery query, FilterTerm term) => (term.Path, term.Operator) switch
    {
        (When, _) => Time(query, term),
        ("activityDisplayName", FilterOperator.Equal) => Named(query, name => name.Equals(term.Text, StringComparison.OrdinalIgnoreCase)),
        ("activityDisplayName", FilterOperator.StartsWith) => Named(query, name => name.StartsWith(term.Text, StringComparison.OrdinalIgnoreCase)),
        (_, not (FilterOperator.Equal or FilterOperator.StartsWith)) => term.Unsupported,
        ("initiatedBy/user/userPrincipalName" or "initiatedBy/user/displayName" or "initiatedBy/app/displayName", _) => Named(query, term),
        (_, FilterOperator.StartsWith) => term.Unsupported,
        ("category", _) => AuditWords.Read<AuditCategory>(term.Text, AuditWords.Of) is { } category ? query with { Category = category } : Nothing(query),
        ("loggedByService", _) => AuditWords.Read<AuditService>(term.Text, AuditWords.Of) is { } service ? query with { Service = service } : Nothing(query),
        ("result", _) => AuditWords.Read<AuditResult>(term.Text, AuditWords.Of) is { } result ? query with { Result = result } : Nothing(query),
        _ => ById(query, term),
    };

    private static Reading<AuditQuery> ById(AuditQuery query, FilterTerm term) => term.Path switch
    {
        "id" => Id(query, term, id => query with { Id = id }),
        "correlationId" => Id(query, term, id => query with { CorrelationId = id }),
        "targetResources/id" => Id(query, term, id => query with { Target = id }),
        "initiatedBy/user/id" => Id(query, term, id => By(query, PrincipalKind.User, who => who with { Ids = [new PrincipalId(id)] })),
        "initiatedBy/app/servicePrincipalId" =>
            Id(query, term, id => By(query, PrincipalKind.ServicePrincipal, who => who with { Ids = [new PrincipalId(id)] })),
        "initiatedBy/app/appId" => Id(query, term, id => By(query, PrincipalKind.ServicePrincipal, who => who with { AppId = id })),
        _ => term.Unsupported,
    };

    private static Reading<AuditQuery> Time(AuditQuery query, FilterTerm term) => (term.Operator, term.Value) switch
    {
        (_, not DateTimeOffset) => term.Misfit,
        (FilterOperator.GreaterOrEqual, DateTimeOffset from) => query with { From = from },
        (FilterOperator.Greater, DateTimeOffset from) => query with { From = from + Step },
        (FilterOperator.LessOrEqual, DateTimeOffset until) => query with { Until = until + Step },
        (FilterOperator.Less, DateTimeOffset until) => query with { Until = until },
        (FilterOperator.Equal, DateTimeOffset at) => query with { From = at, Until = at + Step },
        _ => term.Unsupported,
    };

    private static AuditQuery Named(AuditQuery query, Func<string, bool> wanted) => query with { Activities = [.. AuditActivities.All.Where(wanted)] };

    private static AuditQuery Named(AuditQuery query, FilterTerm term)
    {
        var name = new TextMatch(term.Text, term.Operator == FilterOperator.StartsWith);
        var kind = term.Path.StartsWith("initiatedBy/app", StringComparison.Ordinal) ? PrincipalKind.ServicePrincipal : PrincipalKind.User;
        return By(query, kind, who => term.Path.EndsWith("displayName", StringComparison.Ordinal)
            ? who with { DisplayName = name }
            : who with { UserPrincipalName = name });
    }

    private static AuditQuery By(AuditQuery query, PrincipalKind kind, Func<PrincipalQuery, PrincipalQuery> narrow) =>
        query with { Actor = narrow(query.Actor ?? new PrincipalQuery(kind)) };

    // What is no id is the id of nothing.
    private static AuditQuery Id(AuditQuery query, FilterTerm term, Func<Guid, AuditQuery> narrow) =>
        Guid.TryParseExact(term.Text, "D", out var id) ? narrow(id) : Nothing(query);

    private static AuditQuery Nothing(AuditQuery query) => query with { Activities = [] };
}
