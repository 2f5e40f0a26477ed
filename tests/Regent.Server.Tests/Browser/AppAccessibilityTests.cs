using Microsoft.Playwright;
using Regent.Operations.Apps;
using Regent.Server.Tests.Hosting;
using Regent.Server.Tests.Tokens;

namespace Regent.Server.Tests.Browser;

/// <summary>The pages of registered programs, and those on which people let them in, as axe judges it.</summary>
[Collection(nameof(AxeTests))]
public sealed class AppAccessibilityTests(Chromium chromium)
{
    private const string Read = "RoleManagement.Read.Directory";

    [Fact]
    public async Task No_page_about_registered_programs_has_a_violation()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("ada", "/apps");
        var axe = new Axe(page);
        await axe.JudgeAsync("apps, none");

        await page.GoAsync("/apps?add=1");
        await axe.JudgeAsync("app, new");
        await page.TestId("app-save").ClickAsync();
        await Assertions.Expect(page.TestId("refused")).ToBeVisibleAsync();
        await axe.JudgeAsync("app, refused");
        await page.FillAsync("#app-name", "Nightly report");
        await page.Locator($"input[name='application:{Read}']").CheckAsync();
        await page.TestId("app-save").ClickAsync();
        await Assertions.Expect(page.TestId("secret-value")).ToBeVisibleAsync();
        await axe.JudgeAsync("app, registered");
        await page.TestId("app-remove").ClickAsync();
        await Assertions.Expect(page.TestId("remove-app")).ToBeVisibleAsync();
        await axe.JudgeAsync("app, remove");

        await OAuthProgram.PublicAsync(server, Read);
        await OAuthProgram.RegisterAsync(server, new AppAsk("A service whose name is as long as somebody could think of to give it") { Delegated = ["User.Read"] });
        await page.GoAsync("/apps");
        await axe.JudgeAsync("apps");
        await page.GoAsync("/apps?q=nothing");
        await axe.JudgeAsync("apps, none found");
        await page.GoAsync($"/apps?app={Guid.Empty}");
        await axe.JudgeAsync("app, unknown");

        await using var others = await chromium.OpenAsync(server.Address);
        var barred = new Axe(await others.SignInAsync("barbara", "/apps"));
        await barred.JudgeAsync("apps, not to be seen");

        axe.AssertNothingFound();
        barred.AssertNothingFound();
    }

    [Fact]
    public async Task Neither_has_any_on_which_people_let_them_in()
    {
        await using var server = new SampleServer();
        var program = await OAuthProgram.PublicAsync(server, Read, "RoleAssignmentSchedule.ReadWrite.Directory", "User.Read");
        await using var context = await chromium.OpenAsync(server.Address);
        var page = await context.SignInAsync("alan");
        var axe = new Axe(page);

        await page.GotoAsync(program.AuthorizeAddress(OAuthProgram.GraphDefault));
        await Assertions.Expect(page.TestId("wanted").Locator("li")).ToHaveCountAsync(3);
        await axe.JudgeAsync("consent");
        await page.GotoAsync(program.AuthorizeAddress("openid"));
        await axe.JudgeAsync("consent to nothing but the name");
        await page.GotoAsync("/oauth2/v2.0/logout");
        await axe.JudgeAsync("sign out of a program");
        await page.GotoAsync(program.AuthorizeAddress(Read, ("redirect_uri", "https://elsewhere.example/")));
        await axe.JudgeAsync("a request that is not safe");

        await page.GotoAsync("/device");
        await axe.JudgeAsync("device");
        await page.FillAsync("#user-code", "1234-5678-9012");
        await page.TestId("next").ClickAsync();
        await Assertions.Expect(page.Locator("#user-code[aria-invalid=true]")).ToBeVisibleAsync();
        await axe.JudgeAsync("device, wrong code");
        await LetInAsync(page, axe, program, "agree");
        await LetInAsync(page, axe, program, "refuse");

        axe.AssertNothingFound();
    }

    private static async Task LetInAsync(IPage page, Axe axe, OAuthProgram program, string answer)
    {
        await page.FillAsync("#user-code", (await program.DeviceCodeAsync(Read)).UserCode);
        await page.TestId("next").ClickAsync();
        await Assertions.Expect(page.TestId("agree")).ToBeVisibleAsync();
        await axe.JudgeAsync("device, confirm");
        await page.TestId(answer).ClickAsync();
        await Assertions.Expect(page.TestId("done")).ToBeVisibleAsync();
        await axe.JudgeAsync($"device, {answer}");
        await page.GotoAsync("/device");
    }
}
