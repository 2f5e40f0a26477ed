using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;

namespace Regent.Api.Access;

/// <summary>Turns results into answers of Regent's own API.</summary>
internal static class AccessAnswers
{
    /// <summary>One item.</summary>
    public static IResult Item(object contract, int status = StatusCodes.Status200OK) => Results.Json(contract, GraphJson.Options, statusCode: status);

    /// <summary>A list, or a stretch of it.</summary>
    /// <param name="items">What is in it.</param>
    /// <param name="next">Where the rest is; null when that is all.</param>
    public static IResult List(IEnumerable<object> items, string? next = null)
    {
        var body = new Dictionary<string, object>();
        if (next is not null)
        {
            body["@odata.nextLink"] = next;
        }

        body["value"] = items.ToArray();
        return Item(body);
    }

    /// <summary>An item that was just made.</summary>
    public static IResult Made(this GraphCall call, string place, string id, object contract)
    {
        call.Http.Response.Headers.Location = $"{call.Root}/{place}/{id}";
        return Item(contract, StatusCodes.Status201Created);
    }
}
