using Regent.Core.Policies;

namespace Regent.Portal.Pages.Settings;

/// <summary>What an administrator makes of one kind of mail before saving it.</summary>
/// <param name="basedOn">The rule as it was when the change began.</param>
public sealed class NotificationDraft(NotificationRule basedOn)
{
    private static readonly char[] Separators = [';', ',', '\n', '\r'];

    private NotificationRule before = basedOn;

    public bool HasDefaultRecipients { get; set; } = basedOn.HasDefaultRecipients;

    public NotificationLevel Level { get; set; } = basedOn.Level;

    /// <summary>The additional recipients as they are typed.</summary>
    public string Addresses { get; set; } = Text(basedOn);

    /// <summary>The rule as it would be saved.</summary>
    public NotificationRule Rule => new()
    {
        HasDefaultRecipients = HasDefaultRecipients,
        Level = Level,
        AdditionalRecipients =
        [
            .. Addresses.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ],
    };

    /// <summary>What is wrong with the addresses.</summary>
    public IReadOnlyList<string> Errors => [.. Rule.Check().Select(problem => problem.Message)];

    /// <summary>Rests the change on a newer rule.</summary>
    public void MoveOnto(NotificationRule newer)
    {
        HasDefaultRecipients = Touched.Or(before.HasDefaultRecipients, HasDefaultRecipients, newer.HasDefaultRecipients);
        Level = Touched.Or(before.Level, Level, newer.Level);
        Addresses = Touched.Or(Text(before), Addresses, Text(newer));
        before = newer;
    }

    private static string Text(NotificationRule rule) => string.Join('\n', rule.AdditionalRecipients);
}
