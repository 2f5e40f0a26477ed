using Microsoft.AspNetCore.Http;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace Regent.Api.OData;

/// <summary>Reads the query options of a request. What it does not know it refuses; nothing that was asked is left out silently.</summary>
internal sealed class ODataQueryReader(ContractModel model)
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "$filter", "$select", "$expand", "$orderby", "$top", "$count", SkipToken.Option,
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
            return Read(Parser(contract, options.ToDictionary(
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

    private static Reading<ODataQuery> Read(ODataQueryOptionParser parser, HttpRequest request)
    {
        var query = new ODataQuery
        {
            Top = parser.ParseTop() is { } top ? (int)Math.Min(top, int.MaxValue) : null,
            Count = parser.ParseCount() ?? false,
        };
        return FilterTerms.Of(parser.ParseFilter())
            .Then(filter => Ordering.Of(parser.ParseOrderBy())
            .Then(order => Selection.Of(parser.ParseSelectAndExpand())
            .Then(selection => Place(request)
            .Then<ODataQuery>(after => query with { Filter = filter, Order = order, Selection = selection, After = after }))));
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
