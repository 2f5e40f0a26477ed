using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Audit;

/// <summary>What of the record is wanted, as it stands in an address: <c>person</c>, <c>role</c>, <c>kind</c>, <c>from</c>, <c>until</c>.</summary>
internal static class AuditFilter
{
    /// <summary>The names of the query's values.</summary>
    public static IReadOnlyList<string> Names { get; } = ["person", "role", "kind", "from", "until"];

    /// <summary>Reads the query; what cannot be read filters nothing. Days are those of the zone.</summary>
    public static AuditQuery Read(string query, TimeZoneInfo zone)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new AuditQuery
        {
            Involving = Guid.TryParse(values.GetValueOrDefault("person"), out var person) ? new PrincipalId(person) : null,
            Role = Guid.TryParse(values.GetValueOrDefault("role"), out var role) ? new RoleDefinitionId(role) : null,
            Activity = AuditActivities.All.FirstOrDefault(name => name == values.GetValueOrDefault("kind").ToString()),
            From = Begin(Day(values.GetValueOrDefault("from").ToString()), zone),
            Until = Begin(Day(values.GetValueOrDefault("until").ToString())?.AddDays(1), zone),
        };
    }

    /// <summary>Whether the query filters at all.</summary>
    public static bool IsIn(string query) => QueryHelpers.ParseQuery(query).Any(value => Names.Contains(value.Key) && value.Value != "");

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;

    private static DateTimeOffset? Begin(DateOnly? day, TimeZoneInfo zone) => new Moment(day, TimeOnly.MinValue).In(zone);
}
