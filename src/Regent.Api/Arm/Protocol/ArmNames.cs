using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Regent.Api.Arm.Protocol;

/// <summary>What a request is called: by us, and by whoever sent it.</summary>
/// <param name="Request">Our name for it.</param>
/// <param name="Correlation">The sender's name for what it belongs to; ours when the sender gave none that can be repeated.</param>
/// <param name="Client">The sender's name for it; null when the sender gave none that can be repeated.</param>
internal sealed record ArmNames(string Request, string Correlation, string? Client)
{
    private const string RequestHeader = "x-ms-request-id";
    private const string CorrelationHeader = "x-ms-correlation-request-id";
    private const string ClientHeader = "x-ms-client-request-id";
    private const int LongestName = 128;

    /// <summary>The names given to this request before.</summary>
    public static ArmNames Of(HttpContext context) => context.Features.GetRequiredFeature<ArmNames>();

    /// <summary>Names a request that just came in.</summary>
    public static void Name(HttpContext context, DateTimeOffset now)
    {
        var own = Guid.CreateVersion7(now).ToString("D");
        context.Features.Set(new ArmNames(own, Given(context, CorrelationHeader) ?? own, Given(context, ClientHeader)));
    }

    /// <summary>Says the names in the answer.</summary>
    public void WriteTo(IHeaderDictionary headers)
    {
        headers[RequestHeader] = Request;
        headers[CorrelationHeader] = Correlation;
        if (Client is not null)
        {
            headers[ClientHeader] = Client;
        }
    }

    private static string? Given(HttpContext context, string header) =>
        context.Request.Headers[header].ToString() is { Length: > 0 and <= LongestName } name && name.All(letter => letter is > ' ' and <= '~') ? name : null;
}
