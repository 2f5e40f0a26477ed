using System.Globalization;
using Regent.Core.Alerts;
using Regent.Core.Audit;
using Regent.Core.Principals;

namespace Regent.Operations.Alerts;

/// <summary>What happens to alerts, as entries of the record.</summary>
internal static class AlertRecord
{
    public static AuditEntry Entry(Alert alert, string activity, PrincipalId? actor, DateTimeOffset now) => AuditEntry.Of(now, activity, actor) with
    {
        Details = new Dictionary<string, string>
        {
            ["AlertName"] = alert.Definition.DisplayName,
            ["AlertId"] = alert.Kind.ToString(),
            ["IncidentCount"] = alert.IncidentCount.ToString(CultureInfo.InvariantCulture),
        },
    };
}
