using Regent.Core.Apps;

namespace Regent.Core.Tests.Apps;

public sealed class RedirectAddressTests
{
    [Theory]
    [InlineData("https://app.regent.example/back?tenant=1", false, false)]
    [InlineData("http://localhost", true, true)]
    [InlineData("http://127.0.0.1:8400/", true, true)]
    [InlineData("http://[::1]/", true, true)]
    [InlineData("msal0198f1a2://auth", false, true)]
    [InlineData("  https://app.regent.example ", false, false)]
    public void An_address_leads_to_a_website_this_machine_or_a_program(string text, bool isLoopback, bool isNative)
    {
        Assert.True(RedirectAddress.TryParse(text, out var address));
        Assert.Equal((text.Trim(), isLoopback, isNative), (address.Value, address.IsLoopback, address.IsNative));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("back")]
    [InlineData("/back")]
    [InlineData("http://app.regent.example/")]
    [InlineData("https://app.regent.example/#here")]
    [InlineData("https://user:word@app.regent.example/")]
    [InlineData("https://*.regent.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("file:///etc/passwd")]
    public void What_could_lead_anywhere_or_be_overheard_is_none(string? text) => Assert.False(RedirectAddress.TryParse(text, out _));
}
