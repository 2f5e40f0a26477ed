using System.Net;
using System.Text.RegularExpressions;

namespace Regent.Server.Tests.Tokens;

/// <summary>Sends forms of pages as a browser does, hidden fields and all.</summary>
internal static partial class WebForm
{
    public static async Task<HttpResponseMessage> SubmitAsync(
        HttpClient browser, HttpResponseMessage page, string action, params (string Name, string Value)[] fields)
    {
        var ct = TestContext.Current.CancellationToken;
        var text = await page.Content.ReadAsStringAsync(ct);
        var form = Form().Matches(text).FirstOrDefault(match => WebUtility.HtmlDecode(match.Groups["action"].Value) == action)?.Value;
        Assert.True(form is not null, $"There is no form for {action} at {page.RequestMessage!.RequestUri}: {text}");
        var sent = Hidden().Matches(form)
            .ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        foreach (var (name, value) in fields)
        {
            sent[name] = value;
        }

        using var content = new FormUrlEncodedContent(sent);
        return await browser.PostAsync(action, content, ct);
    }

    /// <summary>Where a page goes on to by itself.</summary>
    public static string GoesOnTo(string page) => WebUtility.HtmlDecode(Refresh().Match(page).Groups["to"].Value) is { Length: > 0 } to
        ? to
        : throw new InvalidOperationException($"It goes nowhere: {page}");

    [GeneratedRegex("""<form[^>]*action="(?<action>[^"]*)".*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<input[^>]*type="hidden"[^>]*name="(?<name>[^"]+)"[^>]*value="(?<value>[^"]*)"[^>]*>""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""http-equiv="refresh" content="0;url=(?<to>[^"]*)""")]
    private static partial Regex Refresh();
}
