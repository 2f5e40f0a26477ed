using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OtpNet;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Browser;

/// <summary>An authenticator app on somebody's phone.</summary>
internal sealed partial class Authenticator
{
    private readonly SampleServer server;
    private readonly byte[] key;

    private Authenticator(SampleServer server, string key) => (this.server, this.key) = (server, Base32Encoding.ToBytes(key));

    /// <summary>The code it shows now.</summary>
    public string Code => new Totp(key).ComputeTotp(server.Clock.GetUtcNow().UtcDateTime);

    /// <summary>Sets one up on the page that does that; the session has a fresh second factor then.</summary>
    public static async Task<Authenticator> SetUpAsync(IPage page, SampleServer server)
    {
        await page.GotoAsync("/account/authenticator");
        var app = new Authenticator(server, Blanks().Replace(await page.TestId("key").TextContentAsync() ?? "", ""));
        await page.FillAsync("#code", app.Code);
        await page.FillAsync("#password", "Sample-Pass-1");
        await page.TestId("finish").ClickAsync();
        await page.TestId("recovery-codes").First.WaitForAsync();
        return app;
    }

    [GeneratedRegex(@"\s")]
    private static partial Regex Blanks();
}
