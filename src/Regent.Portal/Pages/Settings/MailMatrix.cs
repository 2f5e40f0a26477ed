using Regent.Core.Policies;

namespace Regent.Portal.Pages.Settings;

/// <summary>The nine mails about a role, rules 9 to 17 of its policy: three events, three recipients each.</summary>
internal static class MailMatrix
{
    private const int Recipients = 3;

    /// <summary>The events in the order of the rules.</summary>
    public static IReadOnlyList<MailEvent> Events { get; } =
    [
        Assigned("Members assigned as eligible"),
        Assigned("Members assigned as active"),
        new(
            "Eligible members activate",
            [
                new("Role activation alert", "Administrators"),
                new("Notification to the activated person", "Activated person"),
                new("Request to approve an activation", "Approvers"),
            ]),
    ];

    /// <summary>The rules in their order.</summary>
    public static IReadOnlyList<NotificationRule> Rules(NotificationSettings settings) =>
        [.. Of(settings.Eligibility), .. Of(settings.Assignment), .. Of(settings.Activation)];

    /// <summary>The settings that have these rules.</summary>
    public static NotificationSettings Settings(IReadOnlyList<NotificationRule> rules) => new()
    {
        Eligibility = Event(rules, 0),
        Assignment = Event(rules, 1),
        Activation = Event(rules, 2),
    };

    /// <summary>Where the rule of an event's mail stands among the nine.</summary>
    public static int At(int happening, int mail) => (happening * Recipients) + mail;

    private static MailEvent Assigned(string title) => new(
        title,
        [
            new("Role assignment alert", "Administrators"),
            new("Notification to the assigned person", "Assigned person"),
            new("Request to approve a renewal or extension", "Administrators who decide"),
        ]);

    private static NotificationRule[] Of(EventNotifications mails) => [mails.Administrators, mails.Assignee, mails.Approvers];

    private static EventNotifications Event(IReadOnlyList<NotificationRule> rules, int happening) => new()
    {
        Administrators = rules[At(happening, 0)],
        Assignee = rules[At(happening, 1)],
        Approvers = rules[At(happening, 2)],
    };
}
