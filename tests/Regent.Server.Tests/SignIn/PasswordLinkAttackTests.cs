using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.SignIn;

/// <summary>What must not help anybody to somebody else's account, or to know who has one.</summary>
public sealed class PasswordLinkAttackTests : IAsyncLifetime
{
    private LinkHost links = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SignInHost Host => links.Host;

    public async ValueTask InitializeAsync() => links = await LinkHost.OpenAsync();

    public ValueTask DisposeAsync() => links.DisposeAsync();

    [Fact]
    public async Task Known_unknown_and_disabled_names_get_the_same_answer_and_only_the_known_one_a_mail()
    {
        var ada = await Host.AddAsync("ada");
        var disabled = await Host.AddAsync("disabled");
        await Host.SaveAsync(disabled with { IsEnabled = false });
        var answers = new List<(HttpStatusCode, string?, string)>();
        foreach (var name in new[] { "disabled", "eve", "ada" })
        {
            var visitor = await links.AskAsync(name);
            var (status, location) = (visitor.Status, visitor.Location);
            await visitor.OpenAsync(location!);
            answers.Add((status, location, visitor.Page));
        }

        Assert.Single(answers.Distinct());
        await Eventually.TrueAsync(() => links.Links(ada).Count == 1, "the known one is sent a link");
        Assert.Single(links.Sink.Messages);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var link = await links.LinkAsync(await Host.AddAsync("ada"));
        var kept = Host.Visit();
        await kept.OpenAsync(new Uri(link).PathAndQuery);
        await links.ChooseAsync(link);

        await kept.SubmitAsync("/sign-in/password", ("password", "the password of a thief"), ("repeated", "the password of a thief"));

        await AssertDeadAsync(kept, link);
        Assert.True(await links.LetsInAsync("ada", LinkHost.NewPassword));
    }

    [Fact]
    public async Task A_link_that_has_expired_is_dead()
    {
        var link = await links.LinkAsync(await Host.AddAsync("ada"));
        var visitor = Host.Visit();
        Host.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await visitor.OpenAsync(new Uri(link).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);

        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await visitor.SubmitAsync("/sign-in/password", ("password", LinkHost.NewPassword), ("repeated", LinkHost.NewPassword));

        await AssertDeadAsync(visitor, link);
        Assert.True(await links.LetsInAsync("ada", SignInHost.Password));
    }

    [Fact]
    public async Task A_link_of_somebody_who_was_disabled_is_dead_and_lives_again_with_them()
    {
        var ada = await Host.AddAsync("ada");
        var link = await links.LinkAsync(ada);
        var visitor = Host.Visit();
        await visitor.OpenAsync(new Uri(link).PathAndQuery);
        await Host.SaveAsync(ada with { IsEnabled = false });

        await visitor.SubmitAsync("/sign-in/password", ("password", LinkHost.NewPassword), ("repeated", LinkHost.NewPassword));

        await AssertDeadAsync(visitor, link);
        await Host.SaveAsync(ada);
        Assert.True(await links.LetsInAsync("ada", SignInHost.Password));
        Assert.Equal("/sign-in?passwordSet=true", (await links.ChooseAsync(link)).Location);
    }

    [Fact]
    public async Task Once_the_password_is_changed_links_of_before_are_dead_sent_or_not()
    {
        var ada = await Host.AddAsync("ada");
        var link = await links.LinkAsync(ada);
        await links.Sink.StopAsync();
        await links.AskAsync("ada");
        var agenda = Host.Services.GetRequiredService<IAgenda>();
        await Eventually.TrueAsync(async () => (await agenda.FailingAsync(Ct)).Count == 1, "the second mail waits");
        var owner = Host.Visit();
        await owner.SignInAsync("ada");
        await owner.OpenAsync("/account");

        await owner.SubmitAsync(
            "/account/password", ("password", SignInHost.Password), ("newPassword", LinkHost.NewPassword), ("repeated", LinkHost.NewPassword));

        links.Sink.Start();
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => links.Mails(ada).Count == 2, "the mail about the change arrives");
        await Eventually.TrueAsync(
            async () => !(await agenda.NextDueAsync(AgendaShare.All, Ct) <= Host.Clock.GetUtcNow()), "nothing is left to do now");
        Assert.Single(links.Links(ada));
        await AssertDeadAsync(Host.Visit(), link);
        Assert.True(await links.LetsInAsync("ada", LinkHost.NewPassword));
    }

    [Fact]
    public async Task Setting_up_a_second_factor_voids_links_of_before()
    {
        var link = await links.LinkAsync(await Host.AddAsync("ada"));
        var owner = Host.Visit();
        await owner.SignInAsync("ada");

        await Phone.SetUpAsync(Host, owner);

        await AssertDeadAsync(Host.Visit(), link);
    }

    [Fact]
    public async Task The_link_of_one_in_the_session_of_another_is_pointed_out_and_touches_only_its_own()
    {
        var (ada, _) = (await Host.AddAsync("ada"), await Host.AddAsync("eve"));
        var eve = Host.Visit();
        await eve.SignInAsync("eve");
        var elsewhere = Host.Visit();
        await elsewhere.SignInAsync("eve");
        var link = await links.LinkAsync(ada);

        await eve.OpenAsync(new Uri(link).PathAndQuery);
        Assert.Contains("You are signed in as eve, and the link belongs to ada@regent.example", eve.Page, StringComparison.Ordinal);
        await links.ChooseAsync(link, visitor: eve);

        Assert.Null(eve.Caller);
        Assert.False(await eve.IsInAsync());
        Assert.True(await elsewhere.IsInAsync());
        Assert.True(await links.LetsInAsync("eve", SignInHost.Password));
        Assert.False(await links.LetsInAsync("eve", LinkHost.NewPassword));
        Assert.True(await links.LetsInAsync("ada", LinkHost.NewPassword));
    }

    [Fact]
    public async Task Links_begin_as_configured_whatever_the_asker_says_the_server_is_called()
    {
        var ada = await Host.AddAsync("ada");
        using var forger = Host.CreateClient();
        forger.DefaultRequestHeaders.Host = "evil.example";
        forger.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        forger.DefaultRequestHeaders.Add("Forwarded", "host=evil.example;proto=https");
        var page = await forger.GetStringAsync("/sign-in/forgotten", Ct);
        var token = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];

        await forger.PostAsync("/sign-in/forgotten", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("userName", "ada@regent.example")]), Ct);

        await Eventually.TrueAsync(() => links.Links(ada).Count == 1, "the link arrives");
        Assert.StartsWith($"{SignInHost.PublicUrl}/sign-in/password?link=", links.Links(ada)[0], StringComparison.Ordinal);
        Assert.DoesNotContain("evil", links.Mails(ada)[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_led_to_another_server()
    {
        var link = new Uri(await links.LinkAsync(await Host.AddAsync("ada")));
        var visitor = Host.Visit();
        await visitor.OpenAsync($"{link.PathAndQuery}&returnUrl=https%3A%2F%2Fevil.example&ReturnUrl=%2F%2Fevil.example");

        await visitor.SubmitAsync(
            "/sign-in/password",
            ("password", LinkHost.NewPassword), ("repeated", LinkHost.NewPassword), ("returnUrl", "https://evil.example"));

        Assert.Equal("/sign-in?passwordSet=true", visitor.Location);
    }

    [Fact]
    public async Task The_address_of_the_page_is_told_to_no_other_and_kept_by_no_cache()
    {
        var link = await links.LinkAsync(await Host.AddAsync("ada"));
        var visitor = Host.Visit();

        await visitor.OpenAsync(new Uri(link).PathAndQuery);

        Assert.Equal("strict-origin", visitor.Response.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(visitor.Response.Headers.CacheControl?.NoStore);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", visitor.Page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000")]
    [InlineData("' or 1=1 --")]
    [InlineData("%00")]
    public async Task A_link_that_was_made_up_is_dead(string secret) =>
        await AssertDeadAsync(Host.Visit(), $"{SignInHost.PublicUrl}/sign-in/password?link={Uri.EscapeDataString(secret)}");

    [Fact]
    public async Task Huge_input_is_refused_without_harm()
    {
        var huge = new string('x', 300_000);
        var link = await links.LinkAsync(await Host.AddAsync("ada"));
        var visitor = Host.Visit();

        await visitor.OpenAsync("/sign-in/forgotten");
        await visitor.SubmitAsync("/sign-in/forgotten", ("userName", $"{huge}@regent.example"));
        Assert.Contains("A user name looks like", visitor.Page, StringComparison.Ordinal);
        await visitor.OpenAsync(new Uri(link).PathAndQuery);
        await visitor.SubmitAsync("/sign-in/password", ("link", huge), ("password", huge), ("repeated", huge));
        Assert.Equal(HttpStatusCode.Gone, visitor.Status);
        await visitor.OpenAsync(new Uri(link).PathAndQuery);
        await visitor.SubmitAsync("/sign-in/password", ("password", huge), ("repeated", huge));

        Assert.Contains("at most 256 characters", visitor.Page, StringComparison.Ordinal);
        Assert.True(await links.LetsInAsync("ada", SignInHost.Password));
    }

    [Theory]
    [InlineData("/sign-in/forgotten")]
    [InlineData("/sign-in/password")]
    public async Task A_form_without_its_antiforgery_token_is_refused(string address)
    {
        var ada = await Host.AddAsync("ada");
        var link = await links.LinkAsync(ada);
        var visitor = Host.Visit();

        await visitor.PostAsync(address, new()
        {
            ["userName"] = "ada@regent.example",
            ["link"] = LinkHost.SecretOf(link),
            ["password"] = LinkHost.NewPassword,
            ["repeated"] = LinkHost.NewPassword,
        });

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.True(await links.LetsInAsync("ada", SignInHost.Password));
        Assert.Equal(1, await AskedAsync(ada));
    }

    [Fact]
    public async Task Nobody_is_flooded_with_links()
    {
        var ada = await Host.AddAsync("ada");
        var answers = new List<string?>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add((await links.AskAsync("ada")).Location);
        }

        Assert.Equal(3, await AskedAsync(ada));
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task The_secret_stands_in_the_mail_and_neither_in_the_data_nor_in_the_log()
    {
        var ada = await Host.AddAsync("ada");
        var link = await links.LinkAsync(ada);
        await links.ChooseAsync(link, "short");
        await links.ChooseAsync(link);
        await AssertDeadAsync(Host.Visit(), link);
        var secret = LinkHost.SecretOf(link);

        Assert.Equal(40, secret.Length);
        Assert.DoesNotContain(secret, Host.Log.Text, StringComparison.OrdinalIgnoreCase);
        await AssertNotKeptAsync(secret);
    }

    [Fact]
    public async Task What_a_mail_server_quotes_when_it_refuses_is_read_by_nobody()
    {
        var ada = await Host.AddAsync("ada");
        links.Sink.Refusal = message => $"554 5.7.1 Unwanted: {message.TextBody?.ReplaceLineEndings(" ")}";
        await links.AskAsync("ada");
        var agenda = Host.Services.GetRequiredService<IAgenda>();

        await Eventually.TrueAsync(async () => (await agenda.FailingAsync(Ct)).Count == 1, "the mail is refused");

        var secret = LinkHost.SecretOf(Assert.Single(links.Links(ada)));
        var error = (await agenda.FailingAsync(Ct))[0].LastError;
        Assert.Contains("Unwanted: Somebody, hopefully you", error, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, error, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Host.Log.Text, StringComparison.Ordinal);
    }

    private static async Task AssertDeadAsync(Visitor visitor, string link)
    {
        if (visitor.Status == HttpStatusCode.Gone)
        {
            Assert.Contains("This link does not work", visitor.Page, StringComparison.Ordinal);
        }

        await visitor.OpenAsync(new Uri(link).PathAndQuery);
        Assert.Equal(HttpStatusCode.Gone, visitor.Status);
        await visitor.OpenAsync("/sign-in/forgotten");
        var token = visitor.Page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        await visitor.PostAsync("/sign-in/password", new()
        {
            ["__RequestVerificationToken"] = token,
            ["link"] = Uri.UnescapeDataString(LinkHost.SecretOf(link)),
            ["password"] = "the password of a thief",
            ["repeated"] = "the password of a thief",
        });
        Assert.Equal(HttpStatusCode.Gone, visitor.Status);
        Assert.Contains("This link does not work", visitor.Page, StringComparison.Ordinal);
    }

    private async Task AssertNotKeptAsync(string secret)
    {
        foreach (var file in Directory.EnumerateFiles(Host.Data, "regent.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(open, Encoding.Latin1);
            Assert.DoesNotContain(secret, await reader.ReadToEndAsync(Ct), StringComparison.OrdinalIgnoreCase);
        }
    }

    private Task<int> AskedAsync(Principal person) => Host.Services.GetRequiredService<IMailStore>().CountAsync(
        person.Id, NoticeKind.PasswordReset, Host.Clock.GetUtcNow().AddDays(-1), Ct);
}
