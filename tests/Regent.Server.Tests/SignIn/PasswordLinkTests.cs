using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Server.SignIn;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.SignIn;

/// <summary>The way back in, and the way in for somebody who never had a password.</summary>
public sealed class PasswordLinkTests : IAsyncLifetime
{
    private LinkHost links = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => links = await LinkHost.OpenAsync();

    public ValueTask DisposeAsync() => links.DisposeAsync();

    [Fact]
    public async Task Somebody_who_forgot_their_password_chooses_another_one()
    {
        var ada = await links.Host.AddAsync("ada");

        var visitor = await links.ChooseAsync(await links.LinkAsync(ada));

        Assert.Equal("/sign-in?passwordSet=true", visitor.Location);
        await visitor.OpenAsync(visitor.Location!);
        Assert.Contains("Your password is set", visitor.Page, StringComparison.Ordinal);
        Assert.Null(visitor.Caller);
        Assert.False(await links.LetsInAsync("ada", SignInHost.Password));
        Assert.True(await links.LetsInAsync("ada", LinkHost.NewPassword));
    }

    [Fact]
    public async Task Somebody_who_was_imported_chooses_a_first_one()
    {
        var ada = await links.Host.AddPersonAsync("ada");

        await links.ChooseAsync(await links.LinkAsync(ada));

        var visitor = links.Host.Visit();
        await visitor.SignInAsync("ada", LinkHost.NewPassword);
        Assert.Equal(ada.Id, visitor.Caller?.Id);
    }

    [Fact]
    public async Task Sessions_and_tokens_of_before_are_over()
    {
        var (ada, eve) = (await links.Host.AddAsync("ada"), await links.Host.AddPersonAsync("eve"));
        var (session, halfway) = (links.Host.Visit(), links.Host.Visit());
        await session.SignInAsync("ada");
        await Phone.SetUpAsync(links.Host, session);
        await halfway.SignInAsync("ada");
        Assert.Equal("/sign-in/second-factor", halfway.Location);
        var (ofAda, ofEve) = (await TokenAsync(ada), await TokenAsync(eve));

        await links.ChooseAsync(await links.LinkAsync(ada));
        await links.ChooseAsync(await links.LinkAsync(eve));

        Assert.False(await session.IsInAsync());
        await halfway.OpenAsync("/sign-in/second-factor");
        Assert.Equal("/sign-in", halfway.Location);
        Assert.Null(await ReadAsync(ofAda));
        Assert.Null(await ReadAsync(ofEve));
    }

    [Fact]
    public async Task A_locked_account_opens_again()
    {
        var ada = await links.Host.AddAsync("ada");
        for (var i = 0; i < 5; i++)
        {
            await links.LetsInAsync("ada", "not the password");
        }

        Assert.False(await links.LetsInAsync("ada", SignInHost.Password));
        await links.ChooseAsync(await links.LinkAsync(ada));

        Assert.True(await links.LetsInAsync("ada", LinkHost.NewPassword));
    }

    [Fact]
    public async Task The_second_factor_stays_and_is_asked_for()
    {
        var ada = await links.Host.AddAsync("ada");
        var owner = links.Host.Visit();
        await owner.SignInAsync("ada");
        var (phone, codes) = await Phone.SetUpAsync(links.Host, owner);

        await links.ChooseAsync(await links.LinkAsync(ada));

        var visitor = links.Host.Visit();
        await visitor.SignInAsync("ada", LinkHost.NewPassword);
        Assert.Null(visitor.Caller);
        Assert.Equal("/sign-in/second-factor", visitor.Location);
        await visitor.OpenAsync(visitor.Location!);
        await visitor.SubmitAsync("/sign-in/second-factor", ("code", phone.NextCode()));
        Assert.Equal(ada.Id, visitor.Caller?.Id);
        await visitor.OpenAsync("/account");
        Assert.Contains($"{codes.Count} left", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_is_told_of_every_change_of_the_password()
    {
        var ada = await links.Host.AddAsync("ada");
        await links.ChooseAsync(await links.LinkAsync(ada));
        await Eventually.TrueAsync(() => Told(ada) == 1, "the owner is told of the first change");

        var visitor = links.Host.Visit();
        await visitor.SignInAsync("ada", LinkHost.NewPassword);
        await visitor.OpenAsync("/account");
        await visitor.SubmitAsync(
            "/account/password", ("password", LinkHost.NewPassword), ("newPassword", SignInHost.Password), ("repeated", SignInHost.Password));

        await Eventually.TrueAsync(() => Told(ada) == 2, "the owner is told of the second change");
    }

    [Fact]
    public async Task It_is_on_record_from_the_ask_to_the_change()
    {
        var ada = await links.Host.AddAsync("ada");

        await links.ChooseAsync(await links.LinkAsync(ada));

        var entries = await links.Host.Services.GetRequiredService<IAuditLog>().ListAsync(new AuditQuery { Involving = ada.Id }, new PageAsk(10), Ct);
        Assert.Equal(
            [
                (AuditActivities.PasswordChanged, ada.Id, "With a one-time link."),
                (AuditActivities.PasswordLinkRequested, null, null),
            ],
            entries.Items.Select(item => (item.Entry.Activity, item.Entry.Actor, item.Entry.Reason)));
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_however_often()
    {
        var ada = await links.Host.AddAsync("ada");
        var link = await links.LinkAsync(ada);
        var scanner = links.Host.Visit();
        for (var i = 0; i < 3; i++)
        {
            await scanner.OpenAsync(new Uri(link).PathAndQuery);
            Assert.Contains("For <strong>ada@regent.example</strong>", scanner.Page, StringComparison.Ordinal);
        }

        Assert.True(await links.LetsInAsync("ada", SignInHost.Password));
        Assert.Equal("/sign-in?passwordSet=true", (await links.ChooseAsync(link)).Location);
    }

    [Theory]
    [InlineData("short", "short", "12 characters")]
    [InlineData("", "", "12 characters")]
    [InlineData("katherine-2026-x", "katherine-2026-x", "contain your name")]
    [InlineData("an even longer secret", "another one", "not the same")]
    public async Task A_weak_password_is_refused_with_the_reason_and_the_link_stays_good(string wanted, string repeated, string reason)
    {
        var link = await links.LinkAsync(await links.Host.AddAsync("katherine"));

        var visitor = await links.ChooseAsync(link, wanted, repeated);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains(reason, visitor.Page, StringComparison.Ordinal);
        Assert.True(await links.LetsInAsync("katherine", SignInHost.Password));
        Assert.Equal("/sign-in?passwordSet=true", (await links.ChooseAsync(link)).Location);
    }

    [Fact]
    public async Task A_mail_server_that_was_down_brings_a_link_that_works()
    {
        var ada = await links.Host.AddAsync("ada");
        await links.Sink.StopAsync();
        await links.AskAsync("ada");
        var agenda = links.Host.Services.GetRequiredService<IAgenda>();
        await Eventually.TrueAsync(async () => (await agenda.FailingAsync(Ct)).Count == 1, "the mail is seen to fail");

        links.Sink.Start();
        links.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => links.Links(ada).Count == 1, "the link arrives");

        Assert.Equal("/sign-in?passwordSet=true", (await links.ChooseAsync(links.Links(ada)[0])).Location);
    }

    [Fact]
    public async Task The_links_of_several_mails_all_work_until_one_is_used()
    {
        var ada = await links.Host.AddAsync("ada");
        var (first, second) = (await links.LinkAsync(ada), await links.LinkAsync(ada));
        Assert.NotEqual(first, second);

        Assert.Equal("/sign-in?passwordSet=true", (await links.ChooseAsync(first)).Location);

        var late = links.Host.Visit();
        await late.OpenAsync(new Uri(second).PathAndQuery);
        Assert.Equal(HttpStatusCode.Gone, late.Status);
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_who_can_help_and_owes_no_mail()
    {
        await using var host = new SignInHost();
        var ada = await host.AddAsync("ada");
        var visitor = host.Visit();

        await visitor.OpenAsync("/sign-in");
        Assert.Contains("href=\"/sign-in/forgotten\"", visitor.Page, StringComparison.Ordinal);
        await visitor.OpenAsync("/sign-in/forgotten");

        Assert.Contains("./regent invite --user", visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", visitor.Page, StringComparison.Ordinal);
        Assert.Equal(0, await host.Services.GetRequiredService<IMailStore>().CountAsync(
            ada.Id, NoticeKind.PasswordReset, host.Clock.GetUtcNow().AddDays(-1), Ct));
    }

    [Fact]
    public async Task Nobody_chooses_a_password_before_the_first_administrator_has()
    {
        await using var host = new SignInHost();
        var eve = await host.AddPersonAsync("eve");
        var link = await host.Services.GetRequiredService<IUnitOfWork>().RunAsync(
            token => host.Services.GetRequiredService<PasswordLinks>().MakeAsync(eve.Id, TimeSpan.FromDays(1), token), Ct);
        var visitor = host.Visit();

        await visitor.OpenAsync(link.Address.PathAndQuery);
        Assert.Contains("still being set up", visitor.Page, StringComparison.Ordinal);
        await visitor.OpenAsync("/sign-in/forgotten");
        Assert.Equal("/sign-in/set-up", visitor.Location);

        await host.AddAsync("ada");
        await visitor.OpenAsync(link.Address.PathAndQuery);
        await visitor.SubmitAsync("/sign-in/password", ("password", LinkHost.NewPassword), ("repeated", LinkHost.NewPassword));
        Assert.Equal("/sign-in?passwordSet=true", visitor.Location);
    }

    private int Told(Principal person) => links.Mails(person).Count(mail => mail.Subject == "Regent: Your password was changed");

    private Task<string> TokenAsync(Principal person) => links.Host.Services.GetRequiredService<AccessTokens>()
        .IssueAsync(person.Id, TimeSpan.FromDays(1), links.Host.Clock.GetUtcNow(), Ct);

    private Task<ClaimsPrincipal?> ReadAsync(string token) =>
        links.Host.Services.GetRequiredService<AccessTokens>().ReadAsync(token, links.Host.Clock.GetUtcNow(), Ct);
}
