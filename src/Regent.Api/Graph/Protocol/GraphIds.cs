using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Regent.Api.Graph.Protocol;

/// <summary>What a request is called: by us, and by whoever sent it.</summary>
/// <param name="Request">Our name for it.</param>
/// <param name="Client">The sender's name for it; ours when the sender gave none that can be repeated.</param>
internal sealed record GraphIds(string Request, string Client)
{
    private const string RequestHeader = "request-id";
    private const string ClientHeader = "client-request-id";
    private const int LongestName = 128;

    /// <summary>The names given to this request before.</summary>
    public static GraphIds Of(HttpContext context) => context.Features.GetRequiredFeature<GraphIds>();

    /// <summary>Names a request that just came in.</summary>
    public static void Name(HttpContext context, DateTimeOffset now)
    {
        var own = Guid.CreateVersion7(now).ToString("D");
        var given = context.Request.Headers[ClientHeader].ToString();
        context.Features.Set(new GraphIds(own, IsRepeatable(given) ? given : own));
    }

    /// <summary>Says the names in the answer.</summary>
    public void WriteTo(IHeaderDictionary headers)
    {
        headers[RequestHeader] = Request;
        headers[ClientHeader] = Client;
    }

    private static bool IsRepeatable(string name) =>
        name.Length is > 0 and <= LongestName && name.All(c => c is > ' ' and <= '~');
}
