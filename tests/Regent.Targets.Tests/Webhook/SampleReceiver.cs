using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Regent.Targets.Tests.Webhook;

/// <summary>A receiver of Regent's calls, as docs/targets/webhook.md describes one. It knows Regent by its signature alone.</summary>
/// <param name="system">The system in which accounts have things.</param>
/// <param name="secrets">The secrets of which one must have signed a call.</param>
/// <param name="clock">Tells how old a call is.</param>
internal sealed class SampleReceiver(SampleSystem system, Func<IEnumerable<string>> secrets, TimeProvider clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> seen = new();

    public async Task<IResult> HandleAsync(HttpRequest request)
    {
        var body = await new StreamReader(request.Body).ReadToEndAsync(request.HttpContext.RequestAborted);
        if (!IsFromRegent(request.Headers, body))
        {
            return Results.Json(new { message = "The signature is wrong, or the call is old or came before." }, statusCode: 401);
        }

        using var call = JsonDocument.Parse(body);
        var data = call.RootElement.GetProperty("data");
        return call.RootElement.GetProperty("type").GetString() switch
        {
            "regent.access.check" => Results.Json(new { findings = new[] { new { good = !system.IsLocked, words = "The system takes changes, or not." } } }),
            "regent.access.grant" => Results.Json(new { answers = Holdings(data).Select(system.Grant).ToArray() }),
            "regent.access.revoke" => Results.Json(new { answers = Holdings(data).Select(system.Revoke).ToArray() }),
            "regent.access.observe" => Results.Json(new { observations = Holdings(data).Select(one => new { held = system.Held.Contains(one) }).ToArray() }),
            "regent.access.list" => List(data.GetProperty("entitlements").EnumerateArray().Select(one => one.GetString()!).ToArray()),
            _ => Results.Json(new { message = "There is no such call." }, statusCode: 400),
        };
    }

    // <signature>
    private bool IsFromRegent(IHeaderDictionary headers, string body)
    {
        var (id, time) = ((string?)headers["webhook-id"], (string?)headers["webhook-timestamp"]);
        if (id is null || !long.TryParse(time, CultureInfo.InvariantCulture, out var seconds))
        {
            return false;
        }

        var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds);
        var signed = Encoding.UTF8.GetBytes($"{id}.{time}.{body}");
        var isSigned = secrets()
            .Select(secret => HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed))
            .Any(own => headers["webhook-signature"].ToString().Split(' ').Any(theirs => IsSame($"v1,{Convert.ToBase64String(own)}", theirs)));
        return isSigned && age.Duration() < Tolerance && seen.TryAdd(id, clock.GetUtcNow());
    }

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    // </signature>
    private IResult List(string[] entitlements) => Results.Json(new
    {
        holdings = system.Held.Where(one => entitlements.Contains(one.Entitlement)).Select(one => new { account = one.Account, entitlement = one.Entitlement }),
        unknown = entitlements.Where(one => !system.Entitlements.Contains(one)),
    });

    private static IEnumerable<(string Account, string Entitlement)> Holdings(JsonElement data) => data.GetProperty("holdings").EnumerateArray()
        .Select(one => (one.GetProperty("account").GetString()!, one.GetProperty("entitlement").GetString()!));
}
