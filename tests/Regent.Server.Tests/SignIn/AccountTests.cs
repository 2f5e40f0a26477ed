using System.Net;

namespace Regent.Server.Tests.SignIn;

public sealed class AccountTests : IDisposable
{
    private const string NewPassword = "an even longer secret";

    private readonly SignInHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_new_password_works_and_the_old_one_does_not()
    {
        var visitor = await AdaAsync();

        await ChangeAsync(visitor, SignInHost.Password, NewPassword, NewPassword);

        Assert.Equal("/account?done=Password", visitor.Location);
        Assert.True(await visitor.IsInAsync());
        var (old, renewed) = (host.Visit(), host.Visit());
        await old.SignInAsync("ada");
        Assert.Null(old.Caller);
        await renewed.SignInAsync("ada", NewPassword);
        Assert.NotNull(renewed.Caller);
    }

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions()
    {
        var visitor = await AdaAsync();
        var other = host.Visit();
        await other.SignInAsync("ada");
        Assert.True(await other.IsInAsync());

        await ChangeAsync(visitor, SignInHost.Password, NewPassword, NewPassword);

        Assert.False(await other.IsInAsync());
        Assert.True(await visitor.IsInAsync());
    }

    [Theory]
    [InlineData("short", "short", "12 characters")]
    [InlineData("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "different characters")]
    [InlineData("katherine-2026-x", "katherine-2026-x", "contain your name")]
    [InlineData("an even longer secret", "another one", "not the same")]
    public async Task A_weak_new_password_is_refused_with_the_reason(string wanted, string repeated, string reason)
    {
        await host.AddAsync("katherine");
        var visitor = host.Visit();
        await visitor.SignInAsync("katherine");

        await ChangeAsync(visitor, SignInHost.Password, wanted, repeated);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains(reason, visitor.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/password")]
    [InlineData("/account/authenticator/remove")]
    [InlineData("/account/recovery-codes")]
    public async Task Every_change_demands_the_password(string form)
    {
        var visitor = await AdaAsync();
        await Phone.SetUpAsync(host, visitor);
        await visitor.OpenAsync("/account");

        await visitor.SubmitAsync(form, ("password", "not the password"), ("newPassword", NewPassword), ("repeated", NewPassword));

        Assert.Contains("This is not your password", visitor.Page, StringComparison.Ordinal);
        await visitor.OpenAsync("/account");
        Assert.Contains("10 left", visitor.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/authenticator/remove")]
    [InlineData("/account/recovery-codes")]
    public async Task Who_comes_upon_an_open_session_does_not_change_its_second_factor_with_the_password_alone(string form)
    {
        var visitor = await AdaAsync();
        var (phone, _) = await Phone.SetUpAsync(host, visitor);
        host.Clock.Advance(TimeSpan.FromHours(2));
        await visitor.OpenAsync("/account");

        await visitor.SubmitAsync(form, ("password", SignInHost.Password));

        Assert.Equal("/sign-in/verify?returnUrl=%2Faccount", visitor.Location);
        await visitor.OpenAsync(visitor.Location!);
        await visitor.SubmitAsync("/sign-in/verify", ("code", phone.Code));
        await visitor.OpenAsync(visitor.Location!);
        Assert.Contains("10 left", visitor.Page, StringComparison.Ordinal);
        await visitor.SubmitAsync(form, ("password", SignInHost.Password));
        Assert.DoesNotContain("/sign-in/verify", visitor.Location ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_do_they_set_up_an_app_or_a_passkey_of_their_own()
    {
        var visitor = await AdaAsync();
        await Phone.SetUpAsync(host, visitor);
        host.Clock.Advance(TimeSpan.FromHours(2));

        await visitor.OpenAsync("/account/authenticator");
        Assert.Equal("/sign-in/verify?returnUrl=%2Faccount", visitor.Location);
        await visitor.OpenAsync("/account");
        await visitor.SubmitAsync("/account/passkeys", ("credential", "{}"), ("name", "Mine"));
        Assert.Equal("/sign-in/verify?returnUrl=%2Faccount", visitor.Location);
    }

    [Fact]
    public async Task Wrong_passwords_within_a_session_lock_the_account_too()
    {
        var visitor = await AdaAsync();
        for (var i = 0; i < 5; i++)
        {
            await ChangeAsync(visitor, "not the password", NewPassword, NewPassword);
        }

        await ChangeAsync(visitor, SignInHost.Password, NewPassword, NewPassword);

        Assert.Contains("for 15 minutes", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_is_not_set_up_by_a_wrong_code()
    {
        var visitor = await AdaAsync();
        await visitor.OpenAsync("/account/authenticator");

        await visitor.SubmitAsync("/account/authenticator", ("code", "000000"), ("password", SignInHost.Password));

        Assert.Contains("not right", visitor.Page, StringComparison.Ordinal);
        Assert.Null(visitor.Caller?.MfaAt);
    }

    [Fact]
    public async Task The_key_of_another_account_sets_nothing_up()
    {
        await host.AddAsync("eve");
        var (ada, eve) = (await AdaAsync(), host.Visit());
        await eve.SignInAsync("eve");
        await eve.OpenAsync("/account/authenticator");
        var secret = System.Text.RegularExpressions.Regex.Match(eve.Page, "name=\"secret\" value=\"([^\"]+)\"").Groups[1].Value;
        var (phone, _) = await Phone.SetUpAsync(host, eve);

        await ada.OpenAsync("/account/authenticator");
        await ada.SubmitAsync("/account/authenticator", ("secret", secret), ("code", phone.NextCode()), ("password", SignInHost.Password));

        Assert.Null(ada.Caller?.MfaAt);
    }

    [Fact]
    public async Task Without_its_app_an_account_signs_in_with_the_password_alone_again()
    {
        var visitor = await AdaAsync();
        await Phone.SetUpAsync(host, visitor);
        await visitor.OpenAsync("/account");

        await visitor.SubmitAsync("/account/authenticator/remove", ("password", SignInHost.Password));

        var again = host.Visit();
        await again.SignInAsync("ada");
        Assert.NotNull(again.Caller);
        Assert.Null(again.Caller.MfaAt);
    }

    [Fact]
    public async Task Setting_up_an_app_ends_sessions_that_had_only_the_password()
    {
        var (visitor, other) = (await AdaAsync(), host.Visit());
        await other.SignInAsync("ada");

        await Phone.SetUpAsync(host, visitor);

        Assert.False(await other.IsInAsync());
        Assert.True(await visitor.IsInAsync());
    }

    [Fact]
    public async Task The_key_is_shown_by_no_other_server()
    {
        var visitor = await AdaAsync();

        await visitor.OpenAsync("/account/authenticator");

        Assert.Contains("src=\"data:image/svg+xml;base64,", WebUtility.HtmlDecode(visitor.Page), StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", visitor.Page);
    }

    [Fact]
    public async Task A_change_without_its_antiforgery_token_is_refused()
    {
        var visitor = await AdaAsync();

        await visitor.PostAsync("/account/password", new() { ["password"] = SignInHost.Password, ["newPassword"] = NewPassword, ["repeated"] = NewPassword });

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
    }

    private static async Task ChangeAsync(Visitor visitor, string old, string wanted, string repeated)
    {
        await visitor.OpenAsync("/account");
        await visitor.SubmitAsync("/account/password", ("password", old), ("newPassword", wanted), ("repeated", repeated));
    }

    private async Task<Visitor> AdaAsync()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");
        return visitor;
    }
}
