using Microsoft.AspNetCore.Http;
using Regent.Api.OData;
using Regent.Operations;

namespace Regent.Api.Graph.Protocol;

/// <summary>One request past the gate: who calls, and how to speak of addresses.</summary>
internal sealed record GraphCall(HttpContext Http, Caller Caller)
{
    /// <summary>The address all of this version's addresses begin with.</summary>
    public string Root => RootOf(Http.Request);

    private string Origin => OriginOf(Http.Request);

    /// <summary>The address all addresses of the version begin with that this request is for.</summary>
    public static string RootOf(HttpRequest request) => $"{OriginOf(request)}/{request.Path.Value!.Split('/')[1].ToLowerInvariant()}";

    /// <summary>Made for each handler. The gate lets nobody through who is not a principal.</summary>
    public static ValueTask<GraphCall?> BindAsync(HttpContext context)
    {
        var caller = Caller.From(context.User) ?? throw new InvalidOperationException("The gate has let somebody unknown through.");
        var granted = GraphPermissions.PowersOf(context.User.FindAll(TokenNames.Roles).Select(claim => claim.Value));
        return ValueTask.FromResult<GraphCall?>(new GraphCall(context, caller with { Powers = granted }));
    }

    /// <summary>What the query options ask about items of this contract.</summary>
    public Reading<ODataQuery> Query<T>() => Query(typeof(T));

    public Reading<ODataQuery> Query(Type contract) => new ODataQueryReader(GraphJson.Model).Read(contract, Http.Request);

    /// <summary>The address of what follows, with all options of this request but those that say where it begins.</summary>
    public string Following(string place)
    {
        var request = Http.Request;
        var options = request.Query
            .Where(option => option.Key.ToUpperInvariant() is not "$SKIPTOKEN" and not "$SKIP")
            .SelectMany(option => option.Value, (option, value) => $"{Escape(option.Key)}={Uri.EscapeDataString(value ?? "")}")
            .Append($"{SkipToken.Option}={Uri.EscapeDataString(SkipToken.At(place, request))}");
        return $"{Origin}{request.Path.ToUriComponent()}?{string.Join('&', options)}";
    }

    private static string OriginOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";

    // The dollar sign stays readable; everybody sends it so.
    private static string Escape(string option) => Uri.EscapeDataString(option).Replace("%24", "$", StringComparison.Ordinal);
}
