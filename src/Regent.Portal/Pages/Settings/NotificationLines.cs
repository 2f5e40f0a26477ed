using Regent.Core.Policies;

namespace Regent.Portal.Pages.Settings;

/// <summary>The mails about a role as lines of words.</summary>
internal static class NotificationLines
{
    /// <summary>The nine lines in the order of the page.</summary>
    public static IReadOnlyList<SettingLine> Of(NotificationSettings settings)
    {
        var rules = MailMatrix.Rules(settings);

        return
        [
            .. MailMatrix.Events.Index().SelectMany(happening => happening.Item.Mails.Index().Select(mail =>
                new SettingLine(mail.Item.Title, Words(rules[MailMatrix.At(happening.Index, mail.Index)], mail.Item.Recipients))
                {
                    Group = happening.Item.Title,
                    FullName = $"{happening.Item.Title}: {mail.Item.Title}",
                })),
        ];
    }

    /// <summary>Which mails there are to choose from, as a word.</summary>
    public static string Of(NotificationLevel level) => level switch
    {
        NotificationLevel.All => "All mails",
        NotificationLevel.Critical => "Critical mails only",
        NotificationLevel.None => "No mails",
    };

    private static string Words(NotificationRule rule, string recipients)
    {
        string[] names = rule.HasDefaultRecipients ? [recipients, .. rule.AdditionalRecipients] : [.. rule.AdditionalRecipients];

        return (names, rule.Level) switch
        {
            (_, NotificationLevel.None) => Of(rule.Level),
            ([], _) => "Nobody",
            (_, NotificationLevel.Critical) => $"{string.Join(", ", names)} · {Of(rule.Level).ToLowerInvariant()}",
            _ => string.Join(", ", names),
        };
    }
}
