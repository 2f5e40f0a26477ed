using System.Text.Json;
using Regent.Core.Targets;

namespace Regent.Targets.Scim;

/// <summary>A group as it was read: who is in it, and the version it had.</summary>
/// <param name="Resource">All of it.</param>
/// <param name="Members">The ids of who is in it.</param>
/// <param name="ETag">Its version; null where the application has none.</param>
internal sealed record ScimGroup(JsonElement Resource, IReadOnlySet<string> Members, string? ETag)
{
    /// <summary>Why an answer does not tell who is in a group; null when it does. A group that nobody can be read of is no empty one.</summary>
    public static TargetAnswer? Problem(JsonElement body, string id) =>
        !string.Equals(body.Text("id"), id, StringComparison.OrdinalIgnoreCase)
            ? TargetAnswer.Refused("The answer is not the group that was asked for.")
            : body.Attribute("members").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object)
                || body.Values("members").Any(member => member.Text("value") is null)
                ? TargetAnswer.Refused("Who is in the group cannot be told: a member has no id.")
                : null;

    public static ScimGroup Of(ScimReply reply) => new(
        reply.Body,
        reply.Body.Values("members").Select(member => member.Text("value")).OfType<string>().ToHashSet(StringComparer.Ordinal),
        reply.ETag);

    public static string PathOf(string id) => $"Groups/{Uri.EscapeDataString(id)}";
}
