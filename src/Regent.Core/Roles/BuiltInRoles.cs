using System.Text.RegularExpressions;

namespace Regent.Core.Roles;

/// <summary>Reads the lists of roles that come with the product.</summary>
internal static partial class BuiltInRoles
{
    /// <summary>The roles of a list, in the order of their names.</summary>
    public static IReadOnlyList<RoleDefinition> Read(string list, RoleSystem system)
    {
        using var stream = typeof(BuiltInRoles).Assembly.GetManifestResourceStream(list)
            ?? throw new InvalidOperationException($"The list of built-in roles {list} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
                .Select(line => Read(Line().Match(line.TrimEnd('\r')).Groups, system))
                .OrderBy(role => role.DisplayName, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static RoleDefinition Read(GroupCollection fields, RoleSystem system) => new(
        new RoleDefinitionId(new Guid(fields["id"].Value)),
        fields["name"].Value,
        fields["description"].Value.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal),
        bool.Parse(fields["privileged"].Value),
        IsBuiltIn: true)
    {
        System = system,
    };

    // Azure roles have a category between name and privilege.
    [GeneratedRegex("^(?<id>[^,]+),(?<name>[^,]+),([^,]+,)??(?<privileged>true|false),[^,]+,(?<description>.*)$")]
    private static partial Regex Line();
}
