using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Regent.Targets.Scim;

/// <summary>Who comes into a group or goes, and how each dialect says it.</summary>
/// <param name="Members">Their ids.</param>
/// <param name="Adds">Whether they come.</param>
internal sealed record ScimChange(IReadOnlyCollection<string> Members, bool Adds)
{
    private const string PatchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    private static readonly JsonWriterOptions FewEscapes = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Who of them is not yet as wanted.</summary>
    public ScimChange LeftIn(ScimGroup group) => this with { Members = [.. Members.Where(member => group.Members.Contains(member) != Adds)] };

    /// <summary>The body that makes the change of this group.</summary>
    public string BodyFor(ScimDialect dialect, ScimGroup group) => Write(json =>
    {
        if (dialect == ScimDialect.Put)
        {
            WriteGroup(json, group);
            return;
        }

        json.WriteStartArray("schemas");
        json.WriteStringValue(PatchSchema);
        json.WriteEndArray();
        json.WriteStartArray("Operations");
        WriteOperations(json, dialect);
        json.WriteEndArray();
    });

    private void WriteOperations(Utf8JsonWriter json, ScimDialect dialect)
    {
        if (Adds || dialect == ScimDialect.Entra)
        {
            var name = Adds ? "add" : "remove";
            json.WriteStartObject();
            json.WriteString("op", dialect == ScimDialect.Entra ? char.ToUpperInvariant(name[0]) + name[1..] : name);
            json.WriteString("path", "members");
            json.WriteStartArray("value");
            WriteMembers(json, Members);
            json.WriteEndArray();
            json.WriteEndObject();
            return;
        }

        foreach (var member in Members)
        {
            json.WriteStartObject();
            json.WriteString("op", "remove");
            json.WriteString("path", $"members[{ScimFilter.Equals("value", member)}]");
            json.WriteEndObject();
        }
    }

    // Everything goes back as it came, but for the members and what only the application writes.
    private void WriteGroup(Utf8JsonWriter json, ScimGroup group)
    {
        foreach (var property in group.Resource.EnumerateObject().Where(one => !Is(one, "members") && !Is(one, "meta")))
        {
            property.WriteTo(json);
        }

        json.WriteStartArray("members");
        foreach (var member in group.Resource.Values("members").Where(one => Adds || !Members.Contains(one.Text("value") ?? "")))
        {
            member.WriteTo(json);
        }

        WriteMembers(json, Adds ? Members : []);
        json.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, IEnumerable<string> members)
    {
        foreach (var member in members)
        {
            json.WriteStartObject();
            json.WriteString("value", member);
            json.WriteEndObject();
        }
    }

    private static bool Is(JsonProperty property, string name) => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase);

    private static string Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, FewEscapes))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
