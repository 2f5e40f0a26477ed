using Microsoft.AspNetCore.Http;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace Regent.Api.OData;

/// <summary>Reads the query options of a request. What it does not know it refuses; nothing that was asked is left out silently.</summary>
internal sealed class ODataQueryReader(ContractModel model)
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "$filter", "$select", "$expand", "$orderby", "$top", "$skip", "$count", "$format", SearchTerm.Option, SkipToken.Option,
    };

    /// <summary>Reads a query about items of this contract.</summary>
    public Reading<ODataQuery> Read(Type contract, HttpRequest request)
    {
        var options = request.Query.Where(option => option.Key.StartsWith('$')).ToList();
        if (options.Find(option => !Known.Contains(option.Key)) is { Key: not null } unknown)
        {
            return new Flaw(FlawKind.UnsupportedQuery, $"The query option '{unknown.Key}' is not supported here.") { Target = unknown.Key };
        }

        if (options.Find(option => option.Value.Count > 1) is { Key: not null } repeated)
        {
            return new Flaw(FlawKind.Query, $"The query option '{repeated.Key}' is given more than once.") { Target = repeated.Key };
        }

        if (options.Find(option => option.Value.ToString().Contains('\0')) is { Key: not null } unstorable)
        {
            return new Flaw(FlawKind.Query, $"The query option '{unstorable.Key}' holds a null character.") { Target = unstorable.Key };
        }

        try
        {
            return Read(contract, Parser(contract, options.Where(option => !IsOurs(option.Key)).ToDictionary(
                option => option.Key.ToLowerInvariant(), option => option.Value.ToString())), request);
        }
        catch (ODataException unreadable)
        {
            return new Flaw(FlawKind.Query, unreadable.Message);
        }
    }

    private ODataQueryOptionParser Parser(Type contract, IDictionary<string, string> options)
    {
        var described = model.Of(contract);
        return new ODataQueryOptionParser(described.Model, described.Entity, targetNavigationSource: null, options)
        {
            Resolver = new ODataUriResolver { EnableCaseInsensitive = true },
            Settings = { MaximumExpansionCount = 10, MaximumExpansionDepth = 2 },
        };
    }

    // The parser knows neither this form of a search, nor our tokens, nor which formats there are.
    private static bool IsOurs(string option) =>
        option.ToUpperInvariant() is "$SEARCH" or "$SKIPTOKEN" or "$FORMAT";

    private Reading<ODataQuery> Read(Type contract, ODataQueryOptionParser parser, HttpRequest request)
    {
        var query = new ODataQuery
        {
            Top = parser.ParseTop() is { } top ? Bounded(top) : null,
            Skip = Bounded(parser.ParseSkip() ?? 0),
            Count = parser.ParseCount() ?? false,
            PreferredSize = PagePreference.Of(request),
        };
        return FilterTerms.Of(parser.ParseFilter())
            .Then(filter => Ordering.Of(parser.ParseOrderBy())
            .Then(order => Selection.Of(parser.ParseSelectAndExpand())
            .Then(selection => Place(request)
            .Then(after => Format(request)
            .Then(_ => Search(contract, request)
            .Then<ODataQuery>(search =>
                query with { Filter = filter, Search = search, Order = order, Selection = selection, After = after }))))));
    }

    private static int Bounded(long number) => (int)Math.Min(number, int.MaxValue);

    private Reading<IReadOnlyList<SearchTerm>> Search(Type contract, HttpRequest request)
    {
        var text = request.Query[SearchTerm.Option].ToString();
        return text.Length == 0 || model.Of(contract).IsSearchable
            ? SearchTerm.ReadAll(text)
            : new Flaw(FlawKind.UnsupportedQuery, "This list cannot be searched with $search; use $filter.") { Target = SearchTerm.Option };
    }

    private static Reading<string> Format(HttpRequest request)
    {
        var format = request.Query["$format"].ToString();
        return format.Length == 0 || format.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
            || format.Equals("json", StringComparison.OrdinalIgnoreCase)
            ? format
            : new Flaw(FlawKind.UnsupportedQuery, "Answers come as JSON only.") { Target = "$format" };
    }

    private static Reading<string?> Place(HttpRequest request)
    {
        var token = request.Query[SkipToken.Option].ToString();
        if (token.Length == 0)
        {
            return (string?)null;
        }

        return SkipToken.Read(token, request) is { } place
            ? place
            : new Flaw(FlawKind.Query, "The value of $skiptoken is not one that this list has given out.") { Target = SkipToken.Option };
    }
}
