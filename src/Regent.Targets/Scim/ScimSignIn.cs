using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Regent.Core.Targets;

namespace Regent.Targets.Scim;

/// <summary>Has what a call signs in with; fetches tokens where it must, and keeps them until shortly before their end.</summary>
internal sealed class ScimSignIn(HttpClient http, ScimCredentials credentials, TimeProvider clock)
{
    private static readonly TimeSpan BeforeTheEnd = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(5);

    private Token? fetched;

    /// <summary>Whether another token may help where one was refused.</summary>
    public bool CanRenew => credentials.Scheme == ScimSignInScheme.Client;

    /// <summary>What must never be seen in anybody's words.</summary>
    public IEnumerable<string> Secrets => fetched is null ? [credentials.Secret] : [credentials.Secret, fetched.Text];

    public void Forget() => fetched = null;

    /// <summary>The header, or why there is none.</summary>
    public async Task<(AuthenticationHeaderValue? Header, TargetAnswer? Trouble)> HeaderAsync(CancellationToken ct) => credentials.Scheme switch
    {
        ScimSignInScheme.Basic => (BasicOf(credentials.Name, credentials.Secret), null),
        ScimSignInScheme.Client => await TokenAsync(ct),
        _ => (new("Bearer", credentials.Secret), null),
    };

    // Several calls run at once, and one of them may forget the token meanwhile: it is looked at once only.
    private async Task<(AuthenticationHeaderValue? Header, TargetAnswer? Trouble)> TokenAsync(CancellationToken ct)
    {
        if (fetched is { } kept && kept.GoodUntil > clock.GetUtcNow())
        {
            return (new("Bearer", kept.Text), null);
        }

        var (token, trouble) = await FetchAsync(ct);
        fetched = token;
        return trouble is null ? (new("Bearer", token!.Text), null) : (null, trouble);
    }

    private async Task<(Token? Token, TargetAnswer? Trouble)> FetchAsync(CancellationToken ct)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (credentials.Scope is { } scope)
        {
            form["scope"] = scope;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, credentials.TokenUrl) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = BasicOf(Uri.EscapeDataString(credentials.Name), Uri.EscapeDataString(credentials.Secret));
        using var response = await http.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        if (!response.IsSuccessStatusCode)
        {
            var words = $"The token URL said {(int)response.StatusCode}: {ErrorIn(text)}.";
            return (null, (int)response.StatusCode is 408 or 429 or >= 500 ? TargetAnswer.Unreachable(words) : TargetAnswer.Refused(words));
        }

        return Accept(text) is { } token ? (token, null) : (null, TargetAnswer.Refused("The token URL gave no token."));
    }

    private Token? Accept(string text)
    {
        if (!TryParse(text, out var body) || body.Text("access_token") is not { Length: > 0 } token || token.Any(one => one is <= ' ' or > '~'))
        {
            return null;
        }

        var life = body.Number("expires_in") is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualLife;
        return new Token(token, clock.GetUtcNow() + life - BeforeTheEnd);
    }

    // The error's code only: what else stands in such an answer may repeat the secret.
    private static string ErrorIn(string text) => TryParse(text, out var body) && body.Text("error") is { } error ? error : "no reason";

    private static bool TryParse(string text, out JsonElement body)
    {
        try
        {
            body = JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            body = default;
            return false;
        }
    }

    private static AuthenticationHeaderValue BasicOf(string name, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));

    private sealed record Token(string Text, DateTimeOffset GoodUntil);
}
