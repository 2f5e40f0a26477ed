using System.Text.Json;
using Microsoft.Playwright;
using Regent.Server.SignIn;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Browser;

[Collection(nameof(BrowserTests))]
public sealed class PasskeyTests(Chromium chromium, SampleServer server) : IClassFixture<SampleServer>
{
    /// <summary>Passkeys belong to a name, so the server is visited by its name.</summary>
    private string Address => new UriBuilder(server.Address) { Host = "localhost" }.Uri.AbsoluteUri.TrimEnd('/');

    [Fact]
    public async Task A_passkey_signs_in_without_name_and_password()
    {
        await using var context = await chromium.OpenAsync(Address);
        var (page, _) = await DeviceAsync(context);
        await AddPasskeyAsync(page, "alan");
        await SignOutAsync(page);

        await page.GotoAsync("/sign-in?returnUrl=%2Faccount");
        await page.TestId("passkey").ClickAsync();

        await page.WaitForURLAsync("**/account");
        await Assertions.Expect(page.GetByText("alan@regent.example")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_browser_offers_a_passkey_among_the_user_names()
    {
        await using var context = await chromium.OpenAsync(Address);
        var (page, _) = await DeviceAsync(context, offersEarly: true);
        await AddPasskeyAsync(page, "edsger");
        await SignOutAsync(page);

        await page.GotoAsync("/sign-in?returnUrl=%2Faccount");

        await page.WaitForURLAsync("**/account");
        await Assertions.Expect(page.GetByText("edsger@regent.example")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_passkey_is_the_second_factor_after_a_password_and_within_a_session()
    {
        await using var context = await chromium.OpenAsync(Address);
        var (page, _) = await DeviceAsync(context);
        await AddPasskeyAsync(page, "barbara");
        await SignOutAsync(page);

        await SignInAsync(page, "barbara", "/account");
        await page.WaitForURLAsync("**/sign-in/second-factor?**");
        await page.TestId("passkey").ClickAsync();
        await page.WaitForURLAsync("**/account");

        await page.GotoAsync("/sign-in/verify?returnUrl=%2Faccount%3Fdone%3DPassword");
        await page.TestId("passkey").ClickAsync();
        await page.WaitForURLAsync("**/account?done=Password");
    }

    [Fact]
    public async Task A_device_that_does_not_ask_who_is_there_does_not_sign_in()
    {
        await using var context = await chromium.OpenAsync(Address);
        var (page, device) = await DeviceAsync(context);
        await AddPasskeyAsync(page, "katherine");
        await SignOutAsync(page);
        await device.SendAsync("setUserVerified", new() { ["isUserVerified"] = false });

        await page.GotoAsync("/sign-in");
        await page.TestId("passkey").ClickAsync();

        await Assertions.Expect(page.GetByText("No passkey was given.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_password_leaves_no_passkey_behind_and_a_removed_one_is_worth_nothing()
    {
        await using var context = await chromium.OpenAsync(Address);
        var (page, device) = await DeviceAsync(context);
        await SignInAsync(page, "grace", "/account");
        await FillAsync(page, "not the password");
        await Assertions.Expect(page.GetByText("This is not your password.")).ToBeVisibleAsync();
        Assert.Equal(0, await device.CountAsync());

        await FillAsync(page, SamplePeople.Password);
        await page.TestId("kept").ClickAsync();
        await page.GetByText("Laptop").First.ClickAsync();
        await page.Locator("form[action='/account/passkeys/remove'] input[type=password]").FillAsync(SamplePeople.Password);
        await page.TestId("remove-passkey").ClickAsync();
        await page.WaitForURLAsync("**/account?done=PasskeyRemoved");
        await SignOutAsync(page);
        await page.GotoAsync("/sign-in");
        await page.TestId("passkey").ClickAsync();

        await Assertions.Expect(page.TestId("passkey-problem").Or(page.TestId("problem"))).ToContainTextAsync("not accepted");
    }

    private static async Task AddPasskeyAsync(IPage page, string name)
    {
        await SignInAsync(page, name, "/account");
        await FillAsync(page, SamplePeople.Password);
        await Assertions.Expect(page.TestId("recovery-codes").Locator("li")).ToHaveCountAsync(10);
        await page.TestId("kept").ClickAsync();
        await Assertions.Expect(page.GetByText("1 added")).ToBeVisibleAsync();
    }

    private static async Task FillAsync(IPage page, string password)
    {
        if (!await page.Locator("#passkey-name").IsVisibleAsync())
        {
            await page.GetByText("Add a passkey").First.ClickAsync();
        }

        await page.FillAsync("#passkey-name", "Laptop");
        await page.FillAsync("#passkey-password", password);
        await page.TestId("add-passkey").ClickAsync();
    }

    private static async Task SignInAsync(IPage page, string name, string returnUrl)
    {
        await page.GotoAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await page.TestId($"sample-{name}").ClickAsync();
        await page.TestId("sign-in").ClickAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/account");
        await page.TestId("sign-out").ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/account", StringComparison.Ordinal));
    }

    private static async Task<(IPage Page, Device Device)> DeviceAsync(IBrowserContext context, bool offersEarly = false)
    {
        var page = await context.NewPageAsync();
        if (!offersEarly)
        {
            await page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false;");
        }

        return (page, await Device.AttachAsync(context, page));
    }

    /// <summary>A device with a finger reader, whose owner always touches it.</summary>
    private sealed class Device(ICDPSession session, string id)
    {
        public static async Task<Device> AttachAsync(IBrowserContext context, IPage page)
        {
            var session = await context.NewCDPSessionAsync(page);
            await session.SendAsync("WebAuthn.enable");
            var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            });
            return new Device(session, added!.Value.GetProperty("authenticatorId").GetString()!);
        }

        public Task<JsonElement?> SendAsync(string command, Dictionary<string, object> arguments) =>
            session.SendAsync($"WebAuthn.{command}", new(arguments) { ["authenticatorId"] = id });

        public async Task<int> CountAsync() => (await SendAsync("getCredentials", []))!.Value.GetProperty("credentials").GetArrayLength();
    }
}
