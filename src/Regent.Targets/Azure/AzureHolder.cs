using System.Globalization;
using System.Text.Json;

namespace Regent.Targets.Azure;

/// <summary>Somebody who has a role because it was given to them, not through a group and not for a while by themselves.</summary>
/// <param name="Id">The id of what they have.</param>
/// <param name="Principal">Who.</param>
/// <param name="Role">The id of the role.</param>
/// <param name="Scope">Where.</param>
/// <param name="End">Until when; null is without end.</param>
internal sealed record AzureHolder(string Id, string Principal, string Role, string Scope, DateTimeOffset? End)
{
    /// <summary>Reads an instance or a plain assignment; null when it is not given by anybody.</summary>
    public static AzureHolder? Read(JsonElement item)
    {
        var properties = item.Member("properties");
        var isGiven = Is(properties.Text("assignmentType") ?? "Assigned", "Assigned") && Is(properties.Text("memberType") ?? "Direct", "Direct");
        return isGiven && (item.Text("id"), properties.Text("principalId"), properties.Text("roleDefinitionId"), properties.Text("scope")) is
            ({ } id, { } principal, { } role, { } scope)
            ? new AzureHolder(id, principal, role[(role.LastIndexOf('/') + 1)..], scope, EndOf(properties))
            : null;
    }

    public bool Is(AzurePlace place) => Is(Principal, place.Principal) && IsAt(place);

    /// <summary>Whether it is the role at the place, whoever has it.</summary>
    public bool IsAt(AzurePlace place) => Is(Role, place.Role) && Is(Scope.TrimEnd('/'), place.Scope);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset? EndOf(JsonElement properties) =>
        DateTimeOffset.TryParse(properties.Text("endDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end : null;
}
