using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>
/// What mails about accounts say. A link is made when its mail is sent, and again at each attempt, so that it stands in the mail
/// and nowhere else.
/// </summary>
public sealed class AccountMails(
    IUnitOfWork unit, IMailStore mails, IMailer mailer, IPasswordLinks links, NotificationOptions addresses, PasswordLinkOptions options)
{
    /// <summary>The text; null when nothing is to be told any more.</summary>
    public async Task<MailText?> WriteAsync(Mail mail, Principal recipient, CancellationToken ct)
    {
        if (mail.Kind == NoticeKind.PasswordChanged)
        {
            return AccountMailComposer.PasswordChanged(mail, recipient, addresses.To("sign-in/forgotten"));
        }

        if (!mailer.Delivers)
        {
            return AccountMailComposer.WithoutLink(mail, recipient, addresses.To("account"));
        }

        var link = await unit.RunAsync(token => MakeAsync(mail, recipient, token), ct);
        return link is null ? null : AccountMailComposer.WithLink(mail.Kind, recipient, link);
    }

    // A password that was changed meanwhile has taken the mail back.
    private async Task<PasswordLink?> MakeAsync(Mail mail, Principal recipient, CancellationToken ct) =>
        await mails.FindAsync(mail.Id, ct) is { SentAt: null }
            ? await links.MakeAsync(
                recipient.Id, mail.Kind == NoticeKind.Invitation ? options.InvitationGoodFor : options.ResetGoodFor, ct)
            : null;
}
