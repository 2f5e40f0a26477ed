using System.Text.RegularExpressions;

namespace Regent.Core.Roles;

/// <summary>The built-in directory roles and the few that Regent itself is administered with (specification, sections 11 and 12).</summary>
public static partial class DirectoryRoles
{
    public static readonly RoleDefinitionId GlobalAdministrator = new(new Guid("62e90394-69f5-4237-9190-012177145e10"));

    public static readonly RoleDefinitionId PrivilegedRoleAdministrator = new(new Guid("e8611ab8-c189-46e8-94e1-60213ab1f814"));

    public static readonly RoleDefinitionId SecurityAdministrator = new(new Guid("194ae4cb-b126-40b2-bd5b-6091b380977d"));

    public static readonly RoleDefinitionId SecurityReader = new(new Guid("5d6b6bb7-de71-4623-b4af-96380a352509"));

    public static readonly RoleDefinitionId SecurityOperator = new(new Guid("5f2222b1-57c3-48ba-8ad5-d4759f1fde6f"));

    public static readonly RoleDefinitionId GlobalReader = new(new Guid("f2ef992c-3afb-46b9-b7cf-a126ee74c451"));

    /// <summary>Holders may assign, remove, change settings, and decide where no approver is named.</summary>
    public static IReadOnlySet<RoleDefinitionId> Administrators { get; } =
        new HashSet<RoleDefinitionId> { GlobalAdministrator, PrivilegedRoleAdministrator };

    /// <summary>Holders may see assignments, settings and the audit log.</summary>
    public static IReadOnlySet<RoleDefinitionId> Readers { get; } = new HashSet<RoleDefinitionId>(Administrators)
    {
        GlobalReader, SecurityAdministrator, SecurityReader, SecurityOperator,
    };

    /// <summary>Holders are told of every activation (specification, section 5.3).</summary>
    public static IReadOnlySet<RoleDefinitionId> ToldOfActivations { get; } =
        new HashSet<RoleDefinitionId>(Administrators) { SecurityAdministrator };

    /// <summary>The roles whose last holder is protected (specification, section 3.10).</summary>
    public static IReadOnlySet<RoleDefinitionId> LastHolderProtected => Administrators;

    /// <summary>Every built-in directory role, in the order of their names.</summary>
    public static IReadOnlyList<RoleDefinition> BuiltIn { get; } = ReadBuiltIn();

    private static List<RoleDefinition> ReadBuiltIn()
    {
        using var stream = typeof(DirectoryRoles).Assembly.GetManifestResourceStream("directory-roles.csv")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
                .Select(line => Line().Match(line.TrimEnd('\r')))
                .Select(fields => new RoleDefinition(
                    new RoleDefinitionId(new Guid(fields.Groups["id"].Value)),
                    fields.Groups["name"].Value,
                    fields.Groups["description"].Value.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal),
                    bool.Parse(fields.Groups["privileged"].Value),
                    IsBuiltIn: true))
                .OrderBy(role => role.DisplayName, StringComparer.OrdinalIgnoreCase),
        ];
    }

    [GeneratedRegex("^(?<id>[^,]+),(?<name>[^,]+),(?<privileged>[^,]+),[^,]+,(?<description>.*)$")]
    private static partial Regex Line();
}
