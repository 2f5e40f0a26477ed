using Microsoft.Playwright;
using Regent.Server.Tests.Api;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Browser;

/// <summary>A target from its first form to access that was seen in it, and what people sign in there with.</summary>
[Collection(nameof(BrowserTests))]
public sealed class TargetTests(Chromium chromium) : IAsyncLifetime
{
    private const string PublicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAGrqYyQ0Sx/m22PI2dqhz+gwg8n+EkV2aJ5oSEFkXGI alan@desk";

    private readonly SampleServer server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_target_is_added_mapped_looked_at_and_started_and_access_is_seen_in_it()
    {
        await using var context = await chromium.OpenAsync(server.Address);
        var ada = await context.SignInAsync("ada", "/targets");
        await AddAsync(ada);
        await MapAsync(ada);
        await StartAsync(ada);

        await using var others = await chromium.OpenAsync(server.Address);
        var alan = await others.SignInAsync("alan", $"/my-roles?activate={ApiClient.Role("User Administrator")}");
        await alan.FillAsync("#reason", "New starters");
        await alan.TestId("activate-send").ClickAsync();
        await Assertions.Expect(alan.TestId("result")).ToContainTextAsync("In effect");
        await Assertions.Expect(alan.TestId("result")).ToContainTextAsync("Seen in Machines");
        await alan.KeepPictureAsync("target-activated");

        await ada.GoAsync("/targets");
        await Assertions.Expect(ada.TestId("in-effect")).ToHaveTextAsync("1");
        await ada.KeepPictureAsync("target-list");
        await SignKeyAsync(alan);
    }

    private static async Task AddAsync(IPage page)
    {
        await Assertions.Expect(page.TestId("empty")).ToContainTextAsync("lands nowhere yet");
        await page.TestId("add-target").ClickAsync();
        await page.KeepPictureAsync("target-kinds");
        await page.TestId("kind-Ssh").ClickAsync();
        await page.FillAsync("#target-name", "Machines");
        await page.TestId("target-try").ClickAsync();
        await Assertions.Expect(page.TestId("finding-good")).ToContainTextAsync("The authority");
        // They are brought into sight; a click meanwhile would miss.
        await Assertions.Expect(page.TestId("findings")).ToBeFocusedAsync();
        await page.KeepPictureAsync("target-tried");
        await page.TestId("target-save").ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("?tab=mappings", StringComparison.Ordinal));
    }

    private static async Task MapAsync(IPage page)
    {
        await page.TestId("add-mapping").ClickAsync();
        await page.FillAsync("#mapping-role", "User Administrator");
        await page.TestId("option").Filter(new() { HasTextRegex = new(@"^\s*User Administrator") }).ClickAsync();
        await page.FillAsync("#mapping-entitlements", "admins");
        await page.KeepPictureAsync("target-mapping");
        await page.TestId("mapping-send").ClickAsync();
        await Assertions.Expect(page.TestId("done")).ToContainTextAsync("gives admins");
    }

    private static async Task StartAsync(IPage page)
    {
        await page.TestId("to-plan").ClickAsync();
        await page.TestId("start").ClickAsync();
        await page.TestId("target-act-do").ClickAsync();
        await Assertions.Expect(page.TestId("done")).ToContainTextAsync("was started");
        await Assertions.Expect(page.TestId("pause")).ToBeVisibleAsync();
    }

    private static async Task SignKeyAsync(IPage page)
    {
        await page.GoAsync("/my-roles?tab=active");
        await Assertions.Expect(page.TestId("landed")).ToContainTextAsync("Seen in Machines");
        await page.TestId("desk").ClickAsync();
        await page.FillAsync("#public-key", PublicKey);
        await page.TestId("issue").ClickAsync();
        await Assertions.Expect(page.TestId("certificate")).ToContainTextAsync("ssh-ed25519-cert-v01@openssh.com ");
        await Assertions.Expect(page.TestId("ssh-command")).ToContainTextAsync("CertificateFile=~/.ssh/id_ed25519-cert.pub");
        await page.KeepPictureAsync("target-certificate");
    }
}
