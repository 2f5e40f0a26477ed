using System.Text.Json;

namespace Regent.Targets.Scim;

/// <summary>A group as it was read: who is in it, and the version it had.</summary>
/// <param name="Resource">All of it.</param>
/// <param name="Members">The ids of who is in it.</param>
/// <param name="ETag">Its version; null where the application has none.</param>
internal sealed record ScimGroup(JsonElement Resource, IReadOnlySet<string> Members, string? ETag)
{
    public static ScimGroup Of(ScimReply reply) => new(
        reply.Body,
        reply.Body.Values("members").Select(member => member.Text("value")).OfType<string>().ToHashSet(StringComparer.Ordinal),
        reply.ETag);

    public static string PathOf(string id) => $"Groups/{Uri.EscapeDataString(id)}";
}
