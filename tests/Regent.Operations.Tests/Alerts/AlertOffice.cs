using Regent.Core.Alerts;
using Regent.Core.Principals;
using Regent.Operations.Alerts;
using Regent.Operations.Ports;
using Regent.Testing;

namespace Regent.Operations.Tests.Alerts;

/// <summary>Short ways to look at the alerts of the office.</summary>
internal static class AlertOffice
{
    /// <summary>Where an alert stands.</summary>
    public static async Task<Alert> AlertAsync(this Office office, AlertKind kind) =>
        (await office.World.Alerts.ListAsync(Office.Ct)).Single(alert => alert.Kind == kind);

    /// <summary>The agenda's scan.</summary>
    public static Task WatchAsync(this Office office) => office.The<WatchAlerts>().ExecuteAsync(Office.Ct);

    /// <summary>What an alert finds, as its administrator sees it.</summary>
    public static async Task<IReadOnlyList<ListedIncident>> FoundAsync(this Office office, AlertKind kind) =>
        (await office.The<ListIncidents>().ExecuteAsync(office.As(office.Ada), kind, new PageAsk(), Office.Ct)).Done().Items;

    /// <summary>Whom an alert is about.</summary>
    public static async Task<IReadOnlyList<Principal?>> AssigneesAsync(this Office office, AlertKind kind) =>
        [.. (await office.FoundAsync(kind)).Select(one => one.Assignee)];
}
