using System.Net;

namespace Regent.Server.Tests.SignIn;

public sealed class SecondFactorTests : IDisposable
{
    private readonly SignInHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task An_account_with_an_authenticator_app_is_asked_for_its_code()
    {
        var phone = await AdaWithPhoneAsync();
        var visitor = host.Visit();

        await visitor.SignInAsync("ada", returnUrl: "/approve/7");
        Assert.Null(visitor.Caller);
        Assert.Equal("/sign-in/second-factor?returnUrl=%2Fapprove%2F7", visitor.Location);
        Assert.False(await visitor.IsInAsync());

        await EnterAsync(visitor, phone.NextCode(), "/approve/7");
        Assert.Equal("/approve/7", visitor.Location);
        Assert.Equal(host.Clock.GetUtcNow(), visitor.Caller?.MfaAt);
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        var phone = await AdaWithPhoneAsync();
        var (first, second) = (host.Visit(), host.Visit());
        var code = phone.NextCode();
        await first.SignInAsync("ada");
        await EnterAsync(first, code);
        Assert.NotNull(first.Caller);

        await second.SignInAsync("ada");
        await EnterAsync(second, code);

        Assert.Null(second.Caller);
        Assert.Contains("was used before", second.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_that_set_the_app_up_does_not_sign_in()
    {
        var phone = await AdaWithPhoneAsync();
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");

        await EnterAsync(visitor, phone.Code);

        Assert.Null(visitor.Caller);
    }

    [Theory]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(-90, false)]
    [InlineData(90, false)]
    public async Task A_phone_whose_clock_is_half_a_minute_off_is_understood(int seconds, bool understood)
    {
        var phone = await AdaWithPhoneAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");
        var code = phone.Code;

        host.Clock.Advance(TimeSpan.FromSeconds(90));
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddSeconds(-90 - seconds));
        await EnterAsync(visitor, code);

        Assert.Equal(understood, visitor.Caller is not null);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_and_a_right_password_does_not_reset_the_count()
    {
        var phone = await AdaWithPhoneAsync();
        var visitor = host.Visit();
        for (var i = 0; i < 5; i++)
        {
            await visitor.SignInAsync("ada");
            await EnterAsync(visitor, phone.WrongCode);
        }

        Assert.Contains("for 15 minutes", visitor.Page, StringComparison.Ordinal);
        await EnterAsync(visitor, phone.NextCode());
        Assert.Null(visitor.Caller);

        host.Clock.Advance(TimeSpan.FromMinutes(15));
        await visitor.SignInAsync("ada");
        await EnterAsync(visitor, phone.Code);
        Assert.NotNull(visitor.Caller);
    }

    [Fact]
    public async Task The_wait_for_the_second_factor_ends_after_five_minutes()
    {
        var phone = await AdaWithPhoneAsync();
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");
        await visitor.OpenAsync("/sign-in/second-factor");

        host.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        await visitor.SubmitAsync("/sign-in/second-factor", ("code", phone.Code));

        Assert.Equal("/sign-in", visitor.Location);
        Assert.Null(visitor.Caller);
    }

    [Fact]
    public async Task Somebody_disabled_between_the_two_steps_does_not_get_in()
    {
        var ada = await host.AddAsync("ada");
        var owner = host.Visit();
        await owner.SignInAsync("ada");
        var (phone, _) = await Phone.SetUpAsync(host, owner);
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");

        await host.SaveAsync(ada with { IsEnabled = false });
        await EnterAsync(visitor, phone.NextCode());

        Assert.Null(visitor.Caller);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        await host.AddAsync("ada");
        var owner = host.Visit();
        await owner.SignInAsync("ada");
        var (_, codes) = await Phone.SetUpAsync(host, owner);
        Assert.Equal(10, codes.Distinct().Count());

        var visitor = host.Visit();
        await visitor.SignInAsync("ada");
        await RecoverAsync(visitor, codes[3].ToLowerInvariant().Replace('-', ' '));
        Assert.NotNull(visitor.Caller);

        var again = host.Visit();
        await again.SignInAsync("ada");
        await RecoverAsync(again, codes[3]);
        Assert.Null(again.Caller);
        await RecoverAsync(again, codes[4]);
        Assert.NotNull(again.Caller);
    }

    [Fact]
    public async Task A_recovery_code_is_no_fresh_second_factor_but_another_app_can_be_set_up_with_it()
    {
        await host.AddAsync("ada");
        var owner = host.Visit();
        await owner.SignInAsync("ada");
        var (_, codes) = await Phone.SetUpAsync(host, owner);
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");

        await RecoverAsync(visitor, codes[0]);
        Assert.Null(visitor.Caller?.MfaAt);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Phone.SetUpAsync(host, visitor);

        Assert.Equal(host.Clock.GetUtcNow(), visitor.Caller?.MfaAt);
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones()
    {
        await host.AddAsync("ada");
        var owner = host.Visit();
        await owner.SignInAsync("ada");
        var (_, codes) = await Phone.SetUpAsync(host, owner);
        await owner.OpenAsync("/account");
        await owner.SubmitAsync("/account/recovery-codes", ("password", SignInHost.Password));
        Assert.DoesNotContain(codes[0], owner.Page, StringComparison.Ordinal);

        var visitor = host.Visit();
        await visitor.SignInAsync("ada");
        await RecoverAsync(visitor, codes[0]);

        Assert.Null(visitor.Caller);
    }

    [Fact]
    public async Task A_fresh_code_in_the_running_session_renews_the_second_factor_and_leads_back()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");
        var (phone, _) = await Phone.SetUpAsync(host, visitor);
        var before = visitor.Caller?.MfaAt;
        host.Clock.Advance(TimeSpan.FromHours(2));

        await visitor.OpenAsync("/sign-in/verify?returnUrl=%2Fmy-roles%3Factivate%3D7");
        await visitor.SubmitAsync("/sign-in/verify", ("code", phone.WrongCode));
        Assert.Equal(before, visitor.Caller?.MfaAt);
        await visitor.SubmitAsync("/sign-in/verify", ("code", phone.Code));

        Assert.Equal("/my-roles?activate=7", visitor.Location);
        Assert.Equal(host.Clock.GetUtcNow(), visitor.Caller?.MfaAt);
    }

    [Fact]
    public async Task Renewing_the_second_factor_does_not_lengthen_the_session()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");
        var (phone, _) = await Phone.SetUpAsync(host, visitor);
        host.Clock.Advance(TimeSpan.FromHours(7));
        await visitor.OpenAsync("/sign-in/verify");
        await visitor.SubmitAsync("/sign-in/verify", ("code", phone.Code));

        host.Clock.Advance(TimeSpan.FromHours(1));

        Assert.False(await visitor.IsInAsync());
    }

    [Fact]
    public async Task Without_a_second_factor_the_page_says_how_to_get_one()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();
        await visitor.SignInAsync("ada");

        await visitor.OpenAsync("/sign-in/verify");

        Assert.Contains("You have no second factor yet", visitor.Page, StringComparison.Ordinal);
        Assert.Null(visitor.Caller?.MfaAt);
    }

    [Fact]
    public async Task Only_somebody_signed_in_is_asked_to_verify()
    {
        await host.AddAsync("ada");
        var visitor = host.Visit();

        await visitor.OpenAsync("/sign-in/verify?returnUrl=%2Fmy-roles");

        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
        Assert.StartsWith("/sign-in?returnUrl=", visitor.Location, StringComparison.Ordinal);
    }

    private static async Task EnterAsync(Visitor visitor, string code, string returnUrl = "/")
    {
        await visitor.OpenAsync($"/sign-in/second-factor?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await visitor.SubmitAsync("/sign-in/second-factor", ("code", code));
    }

    private static async Task RecoverAsync(Visitor visitor, string code)
    {
        await visitor.OpenAsync("/sign-in/second-factor");
        await visitor.SubmitAsync("/sign-in/second-factor/recovery-code", ("recoveryCode", code));
    }

    private async Task<Phone> AdaWithPhoneAsync()
    {
        await host.AddAsync("ada");
        var owner = host.Visit();
        await owner.SignInAsync("ada");
        return (await Phone.SetUpAsync(host, owner)).Phone;
    }
}
