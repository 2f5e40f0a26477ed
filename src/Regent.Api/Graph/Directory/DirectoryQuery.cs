using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;

namespace Regent.Api.Graph.Directory;

/// <summary>What holds for every list of the directory: how much may be asked, and how it is searched and ordered.</summary>
internal static class DirectoryQuery
{
    public const int UsualPage = 100;
    public const int LargestPage = 999;

    private const string Consistency = "ConsistencyLevel";

    /// <summary>What is asked about items of this contract, or what is wrong with it.</summary>
    public static Reading<ODataQuery> Directory(this GraphCall call, Type contract) => call.Query(contract).Then(asked => Check(asked, call.Http.Request));

    private static Reading<ODataQuery> Check(ODataQuery asked, HttpRequest request) => asked switch
    {
        { Top: < 1 or > LargestPage } => new Flaw(FlawKind.Query, $"$top must be 1 to {LargestPage} here.") { Target = "$top" },
        { Skip: > 0 } => new Flaw(FlawKind.UnsupportedQuery, "The directory is not listed with $skip; follow @odata.nextLink.") { Target = "$skip" },
        { Order: { Member: not "displayName" } order } => order.Unsupported,
        { Search.Count: > 0 } when !IsEventual(request) => new Flaw(
            FlawKind.UnsupportedQuery, $"The directory is searched only with the header '{Consistency}: eventual'.")
        {
            Target = SearchTerm.Option,
        },
        _ => asked,
    };

    private static bool IsEventual(HttpRequest request) =>
        new[] { request.Headers[Consistency].ToString(), request.Query[Consistency].ToString() }
            .Any(level => level.Equals("eventual", StringComparison.OrdinalIgnoreCase));
}
