using System.Net;
using System.Text.RegularExpressions;
using Regent.Operations;

namespace Regent.Server.Tests.SignIn;

/// <summary>Somebody with a browser: opens pages and sends the forms they find there.</summary>
internal sealed partial class Visitor(SignInHost host, HttpClient browser)
{
    /// <summary>The text of the last page.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Where the last answer leads, if it leads on.</summary>
    public string? Location { get; private set; }

    public HttpStatusCode Status { get; private set; }

    public HttpResponseMessage Response { get; private set; } = new();

    /// <summary>The session cookie as the browser has it; null without one.</summary>
    public string? Session { get; private set; }

    /// <summary>Who the server takes the visitor for.</summary>
    public Caller? Caller => Session is null ? null : host.CallerOf(Session);

    public Task OpenAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends a form of the page opened last, hidden fields and all.</summary>
    public Task SubmitAsync(string action, params (string Name, string Value)[] fields)
    {
        var form = Form().Matches(Page).Single(match => WebUtility.HtmlDecode(match.Groups["action"].Value) == action).Value;
        var hidden = Hidden().Matches(form)
            .ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        foreach (var (name, value) in fields)
        {
            hidden[name] = value;
        }

        return PostAsync(action, hidden);
    }

    /// <summary>Sends fields as they are, with no page before.</summary>
    public Task PostAsync(string address, Dictionary<string, string> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Signs in with a password, as far as that leads.</summary>
    public async Task SignInAsync(string name, string password = SignInHost.Password, string returnUrl = "/")
    {
        await OpenAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await SubmitAsync("/sign-in", ("userName", $"{name}@regent.example"), ("password", password));
    }

    /// <summary>Whether pages behind the door open.</summary>
    public async Task<bool> IsInAsync()
    {
        await OpenAsync("/account");
        return Status == HttpStatusCode.OK;
    }

    private async Task SendAsync(HttpRequestMessage request)
    {
        Response = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        Status = Response.StatusCode;
        Location = Response.Headers.Location?.OriginalString;
        Page = await Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (Response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            var set = cookies.Select(cookie => SessionCookie().Match(cookie)).LastOrDefault(match => match.Success);
            Session = set is null ? Session : set.Groups["value"].Value is { Length: > 0 } value ? value : null;
        }
    }

    [GeneratedRegex("""<form[^>]*action="(?<action>[^"]*)".*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)"(?: autocomplete="[^"]*")?(?: value="(?<value>[^"]*)")?""")]
    private static partial Regex Hidden();

    [GeneratedRegex("^regent-session=(?<value>[^;]*)")]
    private static partial Regex SessionCookie();
}
