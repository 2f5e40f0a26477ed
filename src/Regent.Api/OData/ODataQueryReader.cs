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

        return Read(contract, options.Where(option => !IsOurs(option.Key)).ToDictionary(
            option => option.Key.ToLowerInvariant(), option => Regular(option.Key, option.Value.ToString())), request);
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

    // The parser minds the letter case of words that stand for a value.
    private static string Regular(string option, string text) => option.ToUpperInvariant() switch
    {
        "$FILTER" => FilterText.Regular(text),
        "$COUNT" => text.ToLowerInvariant(),
        _ => text,
    };

    private Reading<ODataQuery> Read(Type contract, Dictionary<string, string> options, HttpRequest request)
    {
        var parser = Parser(contract, options);
        return Part("$top", parser.ParseTop)
            .Then(top => Part("$skip", parser.ParseSkip)
            .Then(skip => Part("$count", parser.ParseCount)
            .Then(count => Part("$filter", parser.ParseFilter).Then(FilterTerms.Of)
            .Then(filter => Part("$orderby", parser.ParseOrderBy).Then(Ordering.Of)
            .Then(order => Shown(contract, options).Then(Selection.Of)
            .Then(selection => Place(request)
            .Then(after => Format(request)
            .Then(_ => Search(contract, request)
            .Then<ODataQuery>(search => new ODataQuery
            {
                Top = top is { } most ? Bounded(most) : null,
                Skip = Bounded(skip ?? 0),
                Count = count ?? false,
                PreferredSize = PagePreference.Of(request),
                Filter = filter,
                Search = search,
                Order = order,
                Selection = selection,
                After = after,
            })))))))));
    }

    // What the parser makes of one option, or what it says is wrong with it.
    private static Reading<T> Part<T>(string option, Func<T> parse)
    {
        try
        {
            return new Reading<T>.Good(parse());
        }
        catch (ODataException unreadable)
        {
            return new Flaw(FlawKind.Query, unreadable.Message) { Target = option };
        }
    }

    // The parser reads both options as one: what is wrong with the first alone is not wrong with the second.
    private Reading<SelectExpandClause?> Shown(Type contract, Dictionary<string, string> options)
    {
        const string Select = "$select";
        var alone = new Dictionary<string, string>(options.Where(option => option.Key == Select));
        return Part(Select, () => Parser(contract, alone).ParseSelectAndExpand())
            .Then(_ => Part("$expand", () => (SelectExpandClause?)Parser(contract, options).ParseSelectAndExpand()));
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
