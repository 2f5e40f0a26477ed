using System.Diagnostics;
using System.Text.RegularExpressions;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Regent.Operations.Ports;

namespace Regent.Server.Mail;

/// <summary>Hands mails to the mail server that is configured.</summary>
internal sealed partial class SmtpMailer(SmtpOptions options, TimeProvider clock) : IMailer
{
    private static readonly TimeSpan PatienceAtGoodbye = TimeSpan.FromSeconds(2);

    public bool Delivers => true;

    public async Task<MailDelivery> SendAsync(Guid id, string address, string name, MailText text, CancellationToken ct)
    {
        using var message = Message(id, address, name, text);
        using var client = new SmtpClient
        {
            Timeout = options.Timeout * 1000,
            ServerCertificateValidationCallback = MailServerTrust.Accepts,
        };
        await client.ConnectAsync(options.Host!, options.Port, Protection(options.Security), ct);
        if (!string.IsNullOrEmpty(options.User))
        {
            await client.AuthenticateAsync(options.User, options.Password ?? "", ct);
        }

        await HandOverAsync(client, message);
        await SayGoodbyeAsync(client);
        return MailDelivery.Sent;
    }

    // A server that has heard all of it may take it at any moment: breaking off here, because Regent is stopped, would send it twice.
    // A refusal may quote the mail, and what stands in it is for its recipient alone; the refusal is for the log and the readers of failing work.
    private static async Task HandOverAsync(SmtpClient client, MimeMessage message)
    {
        try
        {
            await client.SendAsync(message, CancellationToken.None);
        }
        catch (SmtpCommandException refused) when (Links().IsMatch(refused.Message))
        {
            throw new InvalidOperationException($"The mail server refused the mail: {Links().Replace(refused.Message, "(link)")}");
        }
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

    [GeneratedRegex("[a-z]+://[^\\s]*|link=[^\\s]*", RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    private static SecureSocketOptions Protection(SmtpSecurity security) => security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => throw new UnreachableException(),
    };
}
