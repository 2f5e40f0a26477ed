using Regent.Core.Policies;

namespace Regent.Portal.Pages.Settings;

/// <summary>What an administrator makes of the mails about a role before saving them.</summary>
/// <param name="basedOn">The settings as they were when the change began.</param>
public sealed class NotificationsDraft(NotificationSettings basedOn)
{
    /// <summary>The nine kinds of mail, in the order of the rules.</summary>
    public IReadOnlyList<NotificationDraft> Mails { get; } = [.. MailMatrix.Rules(basedOn).Select(rule => new NotificationDraft(rule))];

    /// <summary>The settings as they would be saved.</summary>
    public NotificationSettings Settings => MailMatrix.Settings([.. Mails.Select(mail => mail.Rule)]);

    /// <summary>Rests the change on newer settings.</summary>
    public void MoveOnto(NotificationSettings newer)
    {
        foreach (var (mail, rule) in Mails.Zip(MailMatrix.Rules(newer)))
        {
            mail.MoveOnto(rule);
        }
    }
}
