using Regent.Core.Roles;

namespace Regent.Operations.Roles;

/// <summary>A role definition as facts for the record.</summary>
internal static class RoleFacts
{
    /// <summary>What a new role is, or what is different about one, each as "before → after".</summary>
    public static IReadOnlyDictionary<string, string> Changed(RoleDefinition? before, RoleDefinition after) => before is null
        ? Of(after).Where(fact => fact.Value.Length > 0).ToDictionary(fact => fact.Key, fact => fact.Value)
        : Of(before).Zip(Of(after)).Where(pair => pair.First.Value != pair.Second.Value)
            .ToDictionary(pair => pair.First.Key, pair => $"{pair.First.Value} → {pair.Second.Value}");

    private static IEnumerable<(string Key, string Value)> Of(RoleDefinition role) =>
    [
        ("DisplayName", role.DisplayName),
        ("Description", role.Description),
        ("IsPrivileged", role.IsPrivileged.ToString()),
        ("Version", role.Version ?? ""),
        ("TemplateId", role.TemplateId?.ToString("D") ?? ""),
        ("AllowedActions", string.Join(", ", role.AllowedActions)),
        ("AssignableScopes", string.Join(", ", role.AssignableScopes)),
    ];
}
