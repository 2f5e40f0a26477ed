using System.Diagnostics;
using Regent.Core.Alerts;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Operations.Alerts;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Alerts;

/// <summary>Words about alerts and what they found.</summary>
internal static class AlertWords
{
    /// <summary>Where an alert's own page is.</summary>
    public static string Page(AlertKind kind) => $"/alerts/{kind}";

    /// <summary>The alerts that can find something here, the active ones first.</summary>
    public static IReadOnlyList<Alert> Shown(IEnumerable<Alert> alerts) =>
        [.. alerts.Where(alert => alert.Kind != AlertKind.InvalidLicense).OrderByDescending(alert => alert.IsActive)];

    /// <summary>Where an alert stands, as a colour and a word.</summary>
    public static (Meaning Meaning, string Word) Standing(Alert alert) => alert switch
    {
        { Configuration.IsEnabled: false } => (Meaning.Over, "Switched off"),
        { IsActive: true } => (Meaning.Pending, "Active"),
        { IncidentCount: > 0 } => (Meaning.Over, "Dismissed"),
        { LastScannedAt: null } => (Meaning.Info, "Not scanned yet"),
        _ => (Meaning.InEffect, "Nothing found"),
    };

    /// <summary>How often it is looked for.</summary>
    public static string HowOften(AlertKind kind) =>
        TargetTroubles.Kinds.Contains(kind) ? "every minute, and whenever something changes" : "every day and after each start";

    /// <summary>What a threshold is, on its field.</summary>
    public static string Of(AlertThreshold threshold) => threshold switch
    {
        AlertThreshold.Days => "Days without use",
        AlertThreshold.Administrators => "Global Administrators, at least",
        AlertThreshold.Share => "Share of all assignments in per cent, at least",
        AlertThreshold.Activations => "Activations in a row, at least",
        AlertThreshold.PauseSeconds => "Pause between them in seconds, at most",
        AlertThreshold.Minutes => "Minutes after the end, at least",
    };

    /// <summary>What is done by mending it, as a question.</summary>
    public static string Question(ListedIncident listed) => listed.Incident switch
    {
        AlertIncident.OfAssignment({ Kind: ScheduleKind.Eligibility }, _, _) =>
            $"Remove {listed.Assignee?.DisplayName}'s eligibility for {listed.Role?.DisplayName}?",
        AlertIncident.OfAssignment => $"Remove {listed.Role?.DisplayName} from {listed.Assignee?.DisplayName}?",
        _ => $"Require a second factor for {listed.Role?.DisplayName}?",
    };

    /// <summary>What happens then.</summary>
    public static string Consequence(ListedIncident listed) => listed.Incident switch
    {
        AlertIncident.OfAssignment when listed.Assignee?.Kind == PrincipalKind.Group => "All its members lose it at once, and what they activated from it ends.",
        AlertIncident.OfAssignment({ Kind: ScheduleKind.Eligibility }, _, _) =>
            "They can no longer activate the role, and what they activated from it ends now.",
        AlertIncident.OfAssignment => "The role is taken from them at once.",
        _ => "From now on it can be activated only with a second factor given in the same session. What is active stays.",
    };

    /// <summary>The verb that mends it.</summary>
    public static string Verb(AlertIncident incident) => incident is AlertIncident.OfRole ? "Require second factor" : "Remove";

    /// <summary>What was done.</summary>
    public static string Done(ListedIncident listed) => listed.Incident switch
    {
        AlertIncident.OfAssignment({ Kind: ScheduleKind.Eligibility }, _, _) =>
            $"{listed.Assignee?.DisplayName} is no longer eligible for {listed.Role?.DisplayName}.",
        AlertIncident.OfAssignment => $"{listed.Role?.DisplayName} was removed from {listed.Assignee?.DisplayName}.",
        AlertIncident.OfRole => $"{listed.Role?.DisplayName} demands a second factor.",
        _ => throw new UnreachableException(),
    };
}
