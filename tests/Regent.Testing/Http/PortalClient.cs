using System.Net;
using System.Text.RegularExpressions;

namespace Regent.Testing.Http;

/// <summary>Signs in to a running server as a browser does, and keeps the session.</summary>
public static partial class PortalClient
{
    /// <summary>A client with the session of this user.</summary>
    public static async Task<HttpClient> SignInAsync(Uri address, string userName, string password, CancellationToken ct)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var page = await client.GetStringAsync("/sign-in", ct);
        var fields = Hidden().Matches(page)
            .Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)))
            .DistinctBy(field => field.Key)
            .Append(KeyValuePair.Create("userName", userName)).Append(KeyValuePair.Create("password", password));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, ct);
        return answer.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in"
            ? throw new InvalidOperationException($"{userName} could not sign in: {answer.StatusCode}")
            : client;
    }

    [GeneratedRegex("""<input[^>]*type="hidden"[^>]*name="(?<name>[^"]+)"[^>]*value="(?<value>[^"]*)"[^>]*>""")]
    private static partial Regex Hidden();
}
