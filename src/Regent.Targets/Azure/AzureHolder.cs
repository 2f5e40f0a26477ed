using System.Globalization;
using System.Text.Json;

namespace Regent.Targets.Azure;

/// <summary>Somebody who has a role, not through a group.</summary>
/// <param name="Id">The id of what they have.</param>
/// <param name="Principal">Who.</param>
/// <param name="Role">The id of the role.</param>
/// <param name="Scope">Where.</param>
/// <param name="End">Until when; null is without end.</param>
internal sealed record AzureHolder(string Id, string Principal, string Role, string Scope, DateTimeOffset? End)
{
    /// <summary>Since when; null where that is not told.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Whether it was given to them; what they activated for a while by themselves was not.</summary>
    public bool IsGiven { get; init; } = true;

    /// <summary>Reads an instance or a plain assignment; null when it is a group's.</summary>
    public static AzureHolder? Read(JsonElement item)
    {
        var properties = item.Member("properties");
        return Is(properties.Text("memberType") ?? "Direct", "Direct") && (item.Text("id"), properties.Text("principalId"), properties.Text("roleDefinitionId"), properties.Text("scope")) is
            ({ } id, { } principal, { } role, { } scope)
            ? new AzureHolder(id, principal, role[(role.LastIndexOf('/') + 1)..], scope, MomentOf(properties, "endDateTime"))
            {
                Start = MomentOf(properties, "startDateTime"),
                IsGiven = Is(properties.Text("assignmentType") ?? "Assigned", "Assigned"),
            }
            : null;
    }

    public bool Is(AzurePlace place) => Is(Principal, place.Principal) && IsAt(place);

    /// <summary>Whether it is the role at the place, whoever has it.</summary>
    public bool IsAt(AzurePlace place) => Is(Role, place.Role) && Is(Scope.TrimEnd('/'), place.Scope);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset? MomentOf(JsonElement properties, string name) =>
        DateTimeOffset.TryParse(properties.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
