using System.Globalization;
using Regent.Core.Policies;

namespace Regent.Operations.Policies;

/// <summary>Settings as facts for the record, under the names of the reference's rules (specification, section 2.3).</summary>
internal static class PolicyFacts
{
    /// <summary>What is different, each as "before → after".</summary>
    public static IReadOnlyDictionary<string, string> Changed(RolePolicy before, RolePolicy after) => Of(before).Zip(Of(after))
        .Where(pair => pair.First.Value != pair.Second.Value)
        .ToDictionary(pair => pair.First.Key, pair => $"{pair.First.Value} → {pair.Second.Value}");

    private static IEnumerable<(string Key, string Value)> Of(RolePolicy policy) =>
    [
        .. Of(policy.Activation),
        .. Of("Eligibility", policy.Eligibility), .. Of("Assignment", policy.Assignment),
        .. Of("Eligibility", policy.Notifications.Eligibility), .. Of("Assignment", policy.Notifications.Assignment),
        .. Of("Activation", policy.Notifications.Activation),
    ];

    private static IEnumerable<(string Key, string Value)> Of(ActivationSettings settings) =>
    [
        ("MaximumDuration", Text(settings.MaximumDuration)),
        ("RequiresJustification", settings.RequiresJustification.ToString()),
        ("RequiresTicket", settings.RequiresTicket.ToString()),
        ("RequiresMfa", settings.RequiresMfa.ToString()),
        ("AuthenticationContext", settings.AuthenticationContext ?? "none"),
        ("RequiresApproval", settings.RequiresApproval.ToString()),
        ("Approvers", string.Join(", ", settings.Approvers.Select(id => id.ToString()).Order(StringComparer.Ordinal))),
    ];

    private static IEnumerable<(string Key, string Value)> Of(string kind, AssignmentSettings settings) =>
    [
        ($"{kind}.AllowsPermanent", settings.AllowsPermanent.ToString()),
        ($"{kind}.MaximumDuration", Text(settings.MaximumDuration)),
        ($"{kind}.RequiresJustification", settings.RequiresJustification.ToString()),
        ($"{kind}.RequiresTicket", settings.RequiresTicket.ToString()),
        ($"{kind}.RequiresMfa", settings.RequiresMfa.ToString()),
    ];

    private static IEnumerable<(string Key, string Value)> Of(string kind, EventNotifications mails) =>
    [
        ($"{kind}.Notify.Administrators", Text(mails.Administrators)),
        ($"{kind}.Notify.Assignee", Text(mails.Assignee)),
        ($"{kind}.Notify.Approvers", Text(mails.Approvers)),
    ];

    private static string Text(NotificationRule rule) => string.Join(
        ", ", [rule.Level.ToString(), rule.HasDefaultRecipients ? "default recipients" : "no default recipients", .. rule.AdditionalRecipients]);

    private static string Text(TimeSpan span) => span.ToString("c", CultureInfo.InvariantCulture);
}
