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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public bool Delivers => true;

    public async Task<MailDelivery> SendAsync(Guid id, string address, string name, MailText text, CancellationToken ct)
    {
        using var message = Message(id, address, name, text);
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(options.Host!, options.Port, Protection(options.Security), ct);
        if (!string.IsNullOrEmpty(options.User))
        {
            await client.AuthenticateAsync(options.User, options.Password ?? "", ct);
        }

        await HandOverAsync(client, message, ct);
        await client.DisconnectAsync(quit: true, ct);
        return MailDelivery.Sent;
    }

    // A refusal may quote the mail, and what stands in it is for its recipient alone; the refusal is for the log and the readers of failing work.
    private static async Task HandOverAsync(SmtpClient client, MimeMessage message, CancellationToken ct)
    {
        try
        {
            await client.SendAsync(message, ct);
        }
        catch (SmtpCommandException refused) when (Links().IsMatch(refused.Message))
        {
            throw new InvalidOperationException($"The mail server refused the mail: {Links().Replace(refused.Message, "(link)")}");
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
