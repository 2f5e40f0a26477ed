using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Directory;

/// <summary>What a question about principals means to the operation that lists them.</summary>
internal static class PrincipalFilter
{
    /// <param name="among">Those who are asked about.</param>
    /// <param name="asked">What is asked.</param>
    public static Reading<PrincipalQuery> Read(PrincipalQuery among, ODataQuery asked) => asked.Filter
        .Aggregate((Reading<PrincipalQuery>)among, (before, term) => before.Then(query => Narrow(query, term)))
        .Then(query => Search(asked.Search)
        .Then<PrincipalQuery>(search => query with { Search = search, Descending = asked.Order?.Descending == true }));

    /// <summary>The texts that are looked for; null when none is.</summary>
    public static Reading<PrincipalSearch?> Search(IReadOnlyList<SearchTerm> terms) => terms.Count == 0
        ? (PrincipalSearch?)null
        : terms.Aggregate((Reading<PrincipalSearch>)new PrincipalSearch(), (before, term) => before.Then(search => Add(search, term)))
            .Then<PrincipalSearch?>(search => search);

    private static Reading<PrincipalSearch> Add(PrincipalSearch search, SearchTerm term) => term.Member.ToUpperInvariant() switch
    {
        "DISPLAYNAME" when search.DisplayName is null => search with { DisplayName = term.Text },
        "USERPRINCIPALNAME" when search.UserPrincipalName is null => search with { UserPrincipalName = term.Text },
        "MAIL" when search.Mail is null => search with { Mail = term.Text },
        _ => term.Unsupported,
    };

    private static Reading<PrincipalQuery> Narrow(PrincipalQuery query, FilterTerm term) => term switch
    {
        { Path: "id", Operator: FilterOperator.Equal or FilterOperator.In } => Ids(query, term),
        { Path: "displayName" } => Text(term).Then<PrincipalQuery>(text => query with { DisplayName = text }),
        { Path: "userPrincipalName" } => Text(term).Then<PrincipalQuery>(text => query with { UserPrincipalName = text }),
        { Path: "mail", Operator: FilterOperator.Equal } => query with { Mail = term.Text },
        { Path: "mail", Operator: FilterOperator.Null or FilterOperator.NotNull } => query with { HasMail = term.Operator == FilterOperator.NotNull },
        { Path: "appId", Operator: FilterOperator.Equal } => FilterValues.Id(term).Then<PrincipalQuery>(id => query with { AppId = id }),
        { Value: bool } => Flag(query, term),
        { Path: "userType" } => Always(query, term, "Member"),
        { Path: "servicePrincipalType" } => Always(query, term, "Application"),
        _ => term.Unsupported,
    };

    private static Reading<PrincipalQuery> Ids(PrincipalQuery query, FilterTerm term)
    {
        var ids = new List<PrincipalId>();
        foreach (var value in term.Values)
        {
            if (!Guid.TryParseExact(value as string, "D", out var id))
            {
                return (term with { Value = value }).Misfit;
            }

            ids.Add(new PrincipalId(id));
        }

        return query with { Ids = ids };
    }

    private static Reading<TextMatch> Text(FilterTerm term) => term.Operator switch
    {
        FilterOperator.Equal => new TextMatch(term.Text, IsBeginning: false),
        FilterOperator.StartsWith => new TextMatch(term.Text, IsBeginning: true),
        _ => term.Unsupported,
    };

    private static Reading<PrincipalQuery> Flag(PrincipalQuery query, FilterTerm term)
    {
        if (term.Operator is not (FilterOperator.Equal or FilterOperator.NotEqual))
        {
            return term.Unsupported;
        }

        var wanted = term.Value is true == (term.Operator == FilterOperator.Equal);
        return term.Path switch
        {
            "isAssignableToRole" => query with { IsRoleAssignable = wanted },
            "accountEnabled" => query with { IsEnabled = wanted },
            "mailEnabled" => query with { HasMail = wanted },

            // Every group is one.
            "securityEnabled" => wanted ? query : query with { Ids = [] },
            _ => term.Unsupported,
        };
    }

    // What is the same of everybody.
    private static Reading<PrincipalQuery> Always(PrincipalQuery query, FilterTerm term, string value) => term.Operator == FilterOperator.Equal
        ? term.Text.Equals(value, StringComparison.OrdinalIgnoreCase) ? query : query with { Ids = [] }
        : term.Unsupported;
}
