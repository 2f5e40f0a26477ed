using System.Diagnostics;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Notifications;

/// <summary>Writes mails to people about their own account.</summary>
internal static class AccountMailComposer
{
    private const string Ignore = "Ignore this mail. Your password stays as it is.";

    /// <summary>A mail that brings a link to choose a password with.</summary>
    public static MailText WithLink(NoticeKind kind, Principal recipient, PasswordLink link)
    {
        var (subject, lead, notYou) = kind switch
        {
            NoticeKind.Invitation => (
                "Regent: Choose your password", "You can sign in to Regent now. Choose your password first.", null),
            NoticeKind.PasswordReset => (
                "Regent: Choose a new password", "Somebody, hopefully you, asked for a new password for your account.", Ignore),
            _ => throw new UnreachableException(),
        };
        return MailLayout.Write(
            subject, lead,
            [User(recipient), ("Works until", $"{MailLayout.Moment(link.ExpiresAt)}, once"), ("If it was not you", notYou)],
            "Choose a password", link.Address);
    }

    /// <summary>The same where no mail leaves the server: it is kept, so it holds no link.</summary>
    public static MailText WithoutLink(Mail mail, Principal recipient, Uri account) => MailLayout.Write(
        mail.Kind == NoticeKind.Invitation ? "Regent: You were invited" : "Regent: A new password was asked for",
        "A link to choose a password was due to you. This server sends no mail, and a link is never kept, so none was made.",
        [User(recipient), ("Asked for", MailLayout.Moment(mail.CreatedAt))], "See sign-in and security", account);

    public static MailText PasswordChanged(Mail mail, Principal recipient, Uri forgotten) => MailLayout.Write(
        "Regent: Your password was changed",
        "Your password was changed, and all other sessions and tokens of your account have ended.",
        [
            User(recipient),
            ("Changed", MailLayout.Moment(mail.CreatedAt)),
            ("If it was not you", "Tell your administrators at once, and choose another password."),
        ],
        "I did not do this: choose another password", forgotten);

    private static (string Name, string? Value) User(Principal recipient) => ("User name", recipient.UserPrincipalName?.Value);
}
