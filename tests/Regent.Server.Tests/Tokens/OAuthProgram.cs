using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core;
using Regent.Core.Apps;
using Regent.Operations.Apps;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Tokens;

/// <summary>A registered program, as it speaks OAuth to the sample server.</summary>
internal sealed class OAuthProgram(SampleServer server, RegisteredApp app, string? secret)
{
    public const string GraphDefault = "https://graph.microsoft.com/.default";
    public const string ArmDefault = "https://management.azure.com/.default";

    private const string Verifier = "a-verifier-that-is-long-enough-to-be-one-of-rfc-7636";

    public RegisteredApp App => app;

    public string? Secret { get; set; } = secret;

    /// <summary>What stands before the addresses of OAuth.</summary>
    public string Tenant { get; set; } = "/common";

    // A page of the server's own, which a browser that follows redirects ends on.
    public string RedirectUri => $"{server.Address}/healthz";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>Registers a program that people sign in with.</summary>
    public static Task<OAuthProgram> PublicAsync(SampleServer server, params string[] delegated) => RegisterAsync(
        server, new AppAsk("Test program") { IsPublic = true, AllowsDevices = true, RedirectAddresses = [$"{server.Address}/healthz"], Delegated = delegated });

    /// <summary>Registers a program that acts for itself.</summary>
    public static Task<OAuthProgram> ConfidentialAsync(SampleServer server, params string[] application) =>
        RegisterAsync(server, new AppAsk("Test service") { Application = application });

    public static async Task<OAuthProgram> RegisterAsync(SampleServer server, AppAsk ask)
    {
        _ = server.Address;
        var outcome = await server.Services.GetRequiredService<RegisterApp>().ExecuteHereAsync(ask, Ct);
        var (app, secret) = Assert.IsType<Outcome<AppWithSecret>.Done>(outcome).Value;
        return new OAuthProgram(server, app, secret);
    }

    public static string Scopes(params string[] names) => string.Join(' ', [.. names, "openid", "profile", "offline_access"]);

    /// <summary>Where a person is sent to sign in.</summary>
    public string AuthorizeAddress(string scope, params (string Name, string? Value)[] changed) =>
        QueryHelpers.AddQueryString($"{Tenant}/oauth2/v2.0/authorize", Changed(
            new Dictionary<string, string?>
            {
                ["client_id"] = app.Id.ToString(),
                ["response_type"] = "code",
                ["redirect_uri"] = RedirectUri,
                ["scope"] = scope,
                ["state"] = "where-I-was",
                ["code_challenge"] = Challenge,
                ["code_challenge_method"] = "S256",
            },
            changed));

    /// <summary>The answers of signing in that stand in the address of the page a person ends on.</summary>
    public static Dictionary<string, string> ReadBack(Uri address) =>
        QueryHelpers.ParseQuery(address.Query).ToDictionary(one => one.Key, one => one.Value.ToString());

    /// <summary>A code for somebody who is signed in and agrees to everything.</summary>
    public Task<string> CodeAsync(HttpClient browser, string scope, params (string Name, string? Value)[] changed) =>
        FollowAsync(browser, AuthorizeAddress(scope, changed));

    /// <summary>The code that somebody who is signed in and agrees to everything is sent on with from where a program sent them.</summary>
    public static async Task<string> FollowAsync(HttpClient browser, string address)
    {
        var page = await browser.GetAsync(address, Ct);
        if (page.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in/consent")
        {
            page = await WebForm.SubmitAsync(browser, page, "/sign-in/consent", ("decision", "yes"));
            page = await browser.GetAsync(WebForm.GoesOnTo(await page.Content.ReadAsStringAsync(Ct)), Ct);
        }

        var back = ReadBack(page.RequestMessage!.RequestUri!);
        Assert.True(back.ContainsKey("code"), $"{page.RequestMessage.RequestUri} {await page.Content.ReadAsStringAsync(Ct)}");
        return back["code"];
    }

    /// <summary>What a device shows and asks with: its codes.</summary>
    public async Task<(string UserCode, string DeviceCode)> DeviceCodeAsync(string scope)
    {
        var asked = await PostAsync("devicecode", HttpStatusCode.OK, new() { ["scope"] = scope });
        return ((string)asked["user_code"]!, (string)asked["device_code"]!);
    }

    /// <summary>Somebody who is signed in answers on the page where the code of a device is typed; what the page says then.</summary>
    public static async Task<string> AnswerDeviceAsync(HttpClient browser, string userCode, string decision)
    {
        using var page = await browser.GetAsync($"/device?user_code={userCode}", Ct);
        using var done = await WebForm.SubmitAsync(browser, page, "/device", ("decision", decision));
        return await done.Content.ReadAsStringAsync(Ct);
    }

    public Task<JsonObject> RedeemAsync(string code, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string? Value)[] changed) =>
        TokenAsync(
            status,
            Changed(
                new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = RedirectUri, ["code_verifier"] = Verifier },
                changed));

    public Task<JsonObject> RefreshAsync(string token, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string? Value)[] changed) =>
        TokenAsync(status, Changed(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token }, changed));

    public Task<JsonObject> ForItselfAsync(string scope, HttpStatusCode status = HttpStatusCode.OK) =>
        TokenAsync(status, new() { ["grant_type"] = "client_credentials", ["scope"] = scope });

    public Task<JsonObject> TokenAsync(HttpStatusCode status, Dictionary<string, string?> form) => PostAsync("token", status, form);

    public async Task<JsonObject> PostAsync(string endpoint, HttpStatusCode status, Dictionary<string, string?> form)
    {
        form.TryAdd("client_id", app.Id.ToString());
        if (Secret is not null)
        {
            form.TryAdd("client_secret", Secret);
        }

        using var http = new HttpClient { BaseAddress = new Uri(server.Address) };
        using var content = new FormUrlEncodedContent(form.Where(one => one.Value is not null)!);
        using var answer = await http.PostAsync($"{Tenant}/oauth2/v2.0/{endpoint}", content, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} instead of {(int)status}: {text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    private static Dictionary<string, string?> Changed(Dictionary<string, string?> all, (string Name, string? Value)[] changed)
    {
        foreach (var (name, value) in changed)
        {
            all[name] = value;
        }

        return all.Where(one => one.Value is not null).ToDictionary();
    }
}
