using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Regent.Api.OData;

/// <summary>Reads bodies of JSON.</summary>
internal static class JsonBody
{
    /// <summary>The largest body that is read, 1 MiB.</summary>
    public const int Largest = 1 << 20;

    private static readonly Flaw Missing = new(FlawKind.Body, "The body is missing. It must be a JSON object.");
    private static readonly Flaw TooLarge = new(FlawKind.TooLarge, "The body is larger than 1 MiB.");

    /// <summary>The body as this contract, or what is wrong with it.</summary>
    public static async Task<Reading<T>> ReadAsync<T>(HttpRequest request, JsonSerializerOptions json, CancellationToken ct)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return IsMissing(request) ? Missing : new Flaw(FlawKind.MediaType, "The body must be JSON, announced by 'Content-Type: application/json'.");
        }

        using var body = new MemoryStream();
        return !await CopyAsync(request, body, ct) ? TooLarge : body.Length == 0 ? Missing : Parse<T>(body, json);
    }

    // Nothing is sent that could be of another type.
    private static bool IsMissing(HttpRequest request) =>
        request.ContentLength == 0 || request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false;

    private static async Task<bool> CopyAsync(HttpRequest request, MemoryStream body, CancellationToken ct)
    {
        if (request.ContentLength > Largest)
        {
            return false;
        }

        var part = new byte[16 * 1024];
        while (await request.Body.ReadAsync(part, ct) is > 0 and var read)
        {
            body.Write(part, 0, read);
            if (body.Length > Largest)
            {
                return false;
            }
        }

        return true;
    }

    private static Reading<T> Parse<T>(MemoryStream body, JsonSerializerOptions json)
        where T : class
    {
        try
        {
            body.Position = 0;
            return JsonSerializer.Deserialize<T>(body, json) is { } read
                ? read
                : new Flaw(FlawKind.Body, "The body must be a JSON object.");
        }
        catch (JsonException unreadable)
        {
            return Flaw(unreadable);
        }
    }

    private static Flaw Flaw(JsonException unreadable)
    {
        var member = unreadable.Path?.TrimStart('$').TrimStart('.');
        return string.IsNullOrEmpty(member)
            ? new Flaw(FlawKind.Body, "The body is not a valid JSON object.")
            : new Flaw(FlawKind.Body, $"The body cannot be read at '{member}': the JSON is not valid there, or the value has the wrong type.")
            {
                Target = member,
            };
    }
}
