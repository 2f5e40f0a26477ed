using System.Text.Json;
using Regent.Core.Policies;

namespace Regent.Server.Commands;

/// <summary>A changed policy as a file has it: a role, where, and only those settings that change.</summary>
/// <param name="Role">The role: its name, a part of it, or its id.</param>
/// <param name="Scope">Where; null is the whole tenant.</param>
/// <param name="Approvers">The sign-in names, names of groups, or ids of those who approve; null where they stay.</param>
/// <param name="Change">Makes all changes but that of the approvers.</param>
internal sealed record PolicyFile(
    string Role, string? Scope, IReadOnlyList<string>? Approvers, Func<ActivationSettings, ActivationSettings> Change)
{
    private const string RoleMember = "role";
    private const string ScopeMember = "scope";
    private const string SettingsMember = "settings";

    private static readonly string[] Members = [RoleMember, ScopeMember, SettingsMember];

    /// <summary>Reads a file; everything that is wrong with it is one misuse, a line for each member.</summary>
    public static PolicyFile Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Read(document.RootElement);
        }
        catch (JsonException failure)
        {
            throw new MisuseException($"The policy is not JSON: line {failure.LineNumber + 1}, character {failure.BytePositionInLine + 1}.");
        }
    }

    private static PolicyFile Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new MisuseException("""The policy is an object, such as { "role": "Exchange Administrator", "settings": { "maximumDuration": "PT4H" } }.""");
        }

        var problems = new List<string>();
        problems.AddRange(root.EnumerateObject().Where(member => !Members.Contains(member.Name))
            .Select(member => $"{member.Name} is not known. There are {string.Join(", ", Members)}."));
        var role = Text(root, RoleMember, "a role's name or id", isNeeded: true, problems);
        var scope = Text(root, ScopeMember, "a scope, such as /", isNeeded: false, problems);
        var settings = SettingsOf(root, problems);
        var changes = settings.Select(setting => PolicySetting.Read(setting, problems)).OfType<Func<ActivationSettings, ActivationSettings>>().ToList();
        var approvers = PolicySetting.ApproversIn(settings);
        return problems.Count > 0
            ? throw new MisuseException(string.Join(Environment.NewLine, problems))
            : new PolicyFile(role, scope, approvers, before => changes.Aggregate(before, (made, change) => change(made)));
    }

    private static IReadOnlyList<JsonProperty> SettingsOf(JsonElement root, List<string> problems)
    {
        if (root.TryGetProperty(SettingsMember, out var found) && found.ValueKind == JsonValueKind.Object && found.EnumerateObject().Any())
        {
            return [.. found.EnumerateObject()];
        }

        problems.Add($"{SettingsMember} is an object with at least one setting to change: {string.Join(", ", PolicySetting.All.Select(one => one.Name))}.");
        return [];
    }

    private static string Text(JsonElement root, string member, string permitted, bool isNeeded, List<string> problems)
    {
        var isThere = root.TryGetProperty(member, out var found);
        if (isThere ? found.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(found.GetString()) : isNeeded)
        {
            problems.Add($"{member} is {permitted}, in quotes.");
        }

        return isThere && found.ValueKind == JsonValueKind.String ? found.GetString()! : "/";
    }
}
