using Microsoft.Playwright;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Browser;

[Collection(nameof(BrowserTests))]
public sealed class SignedInTests(Chromium chromium)
{
    [Fact]
    public async Task Who_signs_in_sees_what_they_may_activate()
    {
        await using var server = new SampleServer();
        await using var context = await chromium.OpenAsync(server.Address);

        var page = await context.SignInAsync("alan", "/my-roles");

        await Assertions.Expect(page.TestId("row")).ToHaveCountAsync(4);
    }
}
