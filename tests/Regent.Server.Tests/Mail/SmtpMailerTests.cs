using MailKit;
using MailKit.Security;
using Microsoft.Extensions.Time.Testing;
using Regent.Operations.Ports;
using Regent.Server.Mail;
using Regent.Testing.Smtp;

namespace Regent.Server.Tests.Mail;

/// <summary>How mails are handed over, to a real mail server on loopback.</summary>
public sealed class SmtpMailerTests
{
    private static readonly (string, string) Login = ("regent", "a pass word, ü");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_protection_and_login_a_mail_is_handed_over_as_it_is()
    {
        await using var sink = new SmtpSink();

        Assert.Equal(MailDelivery.Sent, await SendAsync(Options(sink, SmtpSecurity.None), Ct));

        var mail = Assert.Single(sink.Messages);
        Assert.Equal("\"Zoë\" <zoe@regent.example>", mail.To.ToString());
        Assert.Equal(("Subject ✓", "Text ✓", "<p>HTML ✓</p>"), (mail.Subject, mail.TextBody?.Trim(), mail.HtmlBody?.Trim()));
    }

    [Fact]
    public async Task With_the_right_login_a_mail_is_taken()
    {
        await using var sink = new SmtpSink(new SmtpManners { Login = Login });

        await SendAsync(Options(sink, SmtpSecurity.None, Login), Ct);

        Assert.Single(sink.Messages);
    }

    [Fact]
    public async Task With_a_wrong_password_or_without_one_nothing_is_taken_and_it_is_said()
    {
        await using var sink = new SmtpSink(new SmtpManners { Login = Login });

        var wrong = await Assert.ThrowsAsync<AuthenticationException>(() => SendAsync(Options(sink, SmtpSecurity.None, ("regent", "guessed")), Ct));
        await Assert.ThrowsAsync<ServiceNotAuthenticatedException>(() => SendAsync(Options(sink, SmtpSecurity.None), Ct));

        Assert.Empty(sink.Messages);
        Assert.DoesNotContain("guessed", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_offer_protection_gets_neither_mail_nor_password()
    {
        await using var sink = new SmtpSink(new SmtpManners { Login = Login });

        await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(Options(sink, SmtpSecurity.StartTls, Login), Ct));

        Assert.Empty(sink.Messages);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_nobody_vouches_for_gets_neither_mail_nor_password(bool fromTheStart)
    {
        using var stranger = new Authority();
        using var certificate = stranger.Issue();
        await using var sink = new SmtpSink(new SmtpManners { Certificate = certificate, IsTlsFromTheStart = fromTheStart, Login = Login });

        await Assert.ThrowsAsync<SslHandshakeException>(
            () => SendAsync(Options(sink, fromTheStart ? SmtpSecurity.Tls : SmtpSecurity.StartTls, Login), Ct));

        Assert.Empty(sink.Messages);
    }

    [Fact]
    public async Task A_server_that_hangs_up_without_a_word_has_taken_the_mail()
    {
        await using var sink = new SmtpSink(new SmtpManners { IsSilentAtGoodbye = true });

        Assert.Equal(MailDelivery.Sent, await SendAsync(Options(sink, SmtpSecurity.None), Ct));

        Assert.Single(sink.Messages);
    }

    [Fact]
    public async Task Being_stopped_does_not_break_off_what_the_server_may_have_taken()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var heard = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        await using var sink = new SmtpSink(new SmtpManners
        {
            BeforeTaking = () =>
            {
                heard.SetResult();
                return goOn.Task;
            },
        });

        var sending = SendAsync(Options(sink, SmtpSecurity.None), stopping.Token);
        await heard.Task.WaitAsync(Ct);
        await stopping.CancelAsync();
        goOn.SetResult();

        Assert.Equal(MailDelivery.Sent, await sending);
        Assert.Single(sink.Messages);
    }

    private static SmtpOptions Options(SmtpSink sink, SmtpSecurity security, (string User, string Password)? login = null) => new()
    {
        Host = "localhost",
        Port = sink.Port,
        Security = security,
        User = login?.User,
        Password = login?.Password,
        From = "regent@regent.example",
    };

    private static Task<MailDelivery> SendAsync(SmtpOptions options, CancellationToken ct) => new SmtpMailer(options, new FakeTimeProvider())
        .SendAsync(new Guid("00000000-0000-0000-0000-000000000017"), "zoe@regent.example", "Zoë", new MailText("Subject ✓", "<p>HTML ✓</p>", "Text ✓"), ct);
}
