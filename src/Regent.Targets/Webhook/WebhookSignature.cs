using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Regent.Targets.Webhook;

/// <summary>Signs calls by the rules of Standard Webhooks: the id, the time and the body, with each of the secrets.</summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimeHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    public static string Time(DateTimeOffset now) => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string Of(IEnumerable<byte[]> keys, string id, string time, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body];
        return string.Join(' ', keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}"));
    }
}
