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

    private string? fetched;
    private DateTimeOffset goodUntil;

    /// <summary>Whether another token may help where one was refused.</summary>
    public bool CanRenew => credentials.Scheme == ScimSignInScheme.Client;

    /// <summary>What must never be seen in anybody's words.</summary>
    public IEnumerable<string> Secrets => fetched is null ? [credentials.Secret] : [credentials.Secret, fetched];

    public void Forget() => fetched = null;

    /// <summary>The header, or why there is none.</summary>
    public async Task<(AuthenticationHeaderValue? Header, TargetAnswer? Trouble)> HeaderAsync(CancellationToken ct)
    {
        switch (credentials.Scheme)
        {
            case ScimSignInScheme.Basic:
                return (BasicOf(credentials.Name, credentials.Secret), null);
            case ScimSignInScheme.Client when fetched is null || goodUntil <= clock.GetUtcNow():
                var trouble = await FetchAsync(ct);
                return trouble is null ? (new("Bearer", fetched), null) : (null, trouble);
            default:
                return (new("Bearer", fetched ?? credentials.Secret), null);
        }
    }

    private async Task<TargetAnswer?> FetchAsync(CancellationToken ct)
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
            return TargetAnswer.Refused($"The token URL said {(int)response.StatusCode}: {ErrorIn(text)}.");
        }

        return Accept(text) ? null : TargetAnswer.Refused("The token URL gave no token.");
    }

    private bool Accept(string text)
    {
        if (!TryParse(text, out var body) || body.Text("access_token") is not { Length: > 0 } token || token.Any(one => one is <= ' ' or > '~'))
        {
            return false;
        }

        var life = body.Number("expires_in") is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualLife;
        (fetched, goodUntil) = (token, clock.GetUtcNow() + life - BeforeTheEnd);
        return true;
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
}
