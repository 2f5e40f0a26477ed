using System.Net;

namespace Regent.Server.Tests.SignIn;

public sealed class PasswordTests : IDisposable
{
    private readonly SignInHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task The_right_password_begins_a_session_and_leads_on()
    {
        var ada = await host.AddAsync("ada");
        var visitor = host.Visit();

        await visitor.SignInAsync("ada", returnUrl: "/approve/7?tab=2");

        Assert.Equal("/approve/7?tab=2", visitor.Location);
        Assert.Equal(ada.Id, visitor.Caller?.Id);
        Assert.Null(visitor.Caller?.MfaAt);
        Assert.True(await visitor.IsInAsync());
    }

    [Fact]
    public async Task Letter_case_and_blanks_around_a_user_name_do_not_matter()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();
        await visitor.OpenAsync("/sign-in");

        await visitor.SubmitAsync("/sign-in", ("userName", " ADA@Regent.Example "), ("password", SignInHost.Password));

        Assert.NotNull(visitor.Caller);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        await host.AddAsync("ada");
        var (wrong, unknown) = (host.Visit(), host.Visit());

        await wrong.SignInAsync("ada", "not the password");
        await unknown.SignInAsync("eve", "not the password");

        Assert.Equal(unknown.Status, wrong.Status);
        Assert.Equal(Words(unknown.Page, "eve"), Words(wrong.Page, "ada"));
        Assert.Contains("do not go together", wrong.Page, StringComparison.Ordinal);
        Assert.Null(wrong.Caller);
        Assert.Null(unknown.Caller);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_fifteen_minutes()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();
        for (var i = 0; i < 5; i++)
        {
            await visitor.SignInAsync("ada", "not the password");
        }

        await visitor.SignInAsync("ada");
        Assert.Null(visitor.Caller);

        host.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        await visitor.SignInAsync("ada");
        Assert.Null(visitor.Caller);

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await visitor.SignInAsync("ada");
        Assert.NotNull(visitor.Caller);
    }

    [Fact]
    public async Task Four_wrong_passwords_are_forgotten_once_the_right_one_came()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
            {
                await visitor.SignInAsync("ada", "not the password");
            }

            await visitor.SignInAsync("ada");
            Assert.NotNull(visitor.Caller);
            await visitor.OpenAsync("/account");
            await visitor.SubmitAsync("/sign-out");
        }
    }

    [Fact]
    public async Task A_disabled_person_is_kept_out_like_a_wrong_password()
    {
        var ada = await host.AddAsync("ada");
        await host.SaveAsync(ada with { IsEnabled = false });
        var visitor = host.Visit();

        await visitor.SignInAsync("ada");

        Assert.Contains("do not go together", visitor.Page, StringComparison.Ordinal);
        Assert.Null(visitor.Caller);
    }

    [Fact]
    public async Task Disabling_somebody_ends_the_session_they_have()
    {
        var ada = await host.AddAsync("ada");
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");
        Assert.True(await visitor.IsInAsync());

        await host.SaveAsync(ada with { IsEnabled = false });

        Assert.False(await visitor.IsInAsync());
        Assert.Equal("/sign-in?returnUrl=%2Faccount", visitor.Location);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_however_busy_it_is()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");
        for (var hour = 0; hour < 7; hour++)
        {
            host.Clock.Advance(TimeSpan.FromHours(1));
            Assert.True(await visitor.IsInAsync());
        }

        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await visitor.IsInAsync());
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_ends_with_the_browser()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();

        await visitor.SignInAsync("ada");

        var cookie = visitor.Response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("regent-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_that_speaks_HTTPS_no_cookie_goes_out_unprotected()
    {
        await host.AddAsync("ada");
        var visitor = host.VisitThroughProxy();

        await visitor.OpenAsync("/sign-in");

        Assert.All(visitor.Response.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\tevil")]
    [InlineData("~/elsewhere")]
    public async Task Nobody_is_led_to_another_server(string returnUrl)
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();

        await visitor.SignInAsync("ada", returnUrl: returnUrl);

        Assert.NotNull(visitor.Caller);
        Assert.Equal("/", visitor.Location);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/sign-in/second-factor")]
    [InlineData("/sign-in/passkey/options")]
    [InlineData("/sign-in/set-up")]
    public async Task A_form_without_its_antiforgery_token_is_refused(string address)
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();

        await visitor.PostAsync(address, new() { ["userName"] = "ada@regent.example", ["password"] = SignInHost.Password });

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Null(visitor.Caller);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");
        await visitor.OpenAsync("/account");

        await visitor.SubmitAsync("/sign-out");

        Assert.Null(visitor.Caller);
        Assert.False(await visitor.IsInAsync());
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_once_its_owner_has_signed_out()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();
        var elsewhere = host.Visit();
        await visitor.SignInAsync("ada");
        await elsewhere.SignInAsync("ada");
        using var thief = host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        thief.DefaultRequestHeaders.Add("Cookie", $"regent-session={visitor.Session}");
        await visitor.OpenAsync("/account");

        await visitor.SubmitAsync("/sign-out");

        using var answer = await thief.GetAsync("/account", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(await elsewhere.IsInAsync());
    }

    [Fact]
    public async Task Pages_of_sign_in_are_kept_by_no_cache()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();

        await visitor.OpenAsync("/sign-in");

        Assert.True(visitor.Response.Headers.CacheControl?.NoStore);
    }

    private static string Words(string page, string name) =>
        string.Join('\n', page.Split('\n').Where(line => !line.Contains("__RequestVerificationToken", StringComparison.Ordinal)))
            .Replace($"{name}@regent.example", "somebody", StringComparison.Ordinal);
}
