using System.Diagnostics;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Regent.Operations.Ports;

namespace Regent.Server.Mail;

/// <summary>Hands mails to the mail server that is configured.</summary>
internal sealed class SmtpMailer(SmtpOptions options, TimeProvider clock) : IMailer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PatienceAtGoodbye = TimeSpan.FromSeconds(2);

    public async Task<MailDelivery> SendAsync(Guid id, string address, string name, MailText text, CancellationToken ct)
    {
        using var message = Message(id, address, name, text);
        using var client = new SmtpClient
        {
            Timeout = (int)Patience.TotalMilliseconds,
            ServerCertificateValidationCallback = MailServerTrust.Accepts,
        };
        await client.ConnectAsync(options.Host!, options.Port, Protection(options.Security), ct);
        if (!string.IsNullOrEmpty(options.User))
        {
            await client.AuthenticateAsync(options.User, options.Password ?? "", ct);
        }

        // A server that has heard all of it may take it at any moment: breaking off here, because Regent is stopped, would send it twice.
        await client.SendAsync(message, CancellationToken.None);
        await SayGoodbyeAsync(client);
        return MailDelivery.Sent;
    }

    // The mail is taken, whatever becomes of the connection.
    private static async Task SayGoodbyeAsync(SmtpClient client)
    {
        try
        {
            client.Timeout = (int)PatienceAtGoodbye.TotalMilliseconds;
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception silence) when (silence is TimeoutException or IOException)
        {
            // It has hung up without a word.
        }
    }

    private MimeMessage Message(Guid id, string address, string name, MailText text)
    {
        var from = MailboxAddress.Parse(options.From);
        return new MimeMessage
        {
            From = { new MailboxAddress("Regent", from.Address) },
            To = { new MailboxAddress(name, address) },
            Subject = text.Subject,
            Date = clock.GetUtcNow(),
            MessageId = $"{id:N}@{from.Domain}",
            Headers = { { "Auto-Submitted", "auto-generated" } },
            Body = new BodyBuilder { HtmlBody = text.Html, TextBody = text.Text }.ToMessageBody(),
        };
    }

    private static SecureSocketOptions Protection(SmtpSecurity security) => security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => throw new UnreachableException(),
    };
}
