using Regent.Cli.Graph;

namespace Regent.Cli.Commands;

/// <summary>A role at a scope, as it can be chosen by name.</summary>
internal sealed record Role(string Id, string Name, string Scope)
{
    private const string Tenant = "/";

    /// <summary>The name, and the scope when it is not the whole tenant.</summary>
    public string Title => Scope == Tenant ? Name : $"{Name} at {Scope}";

    public static IReadOnlyList<Role> Of(IEnumerable<Instance> instances) =>
    [
        .. instances.Select(one => new Role(one.RoleDefinitionId, NameOf(one), one.DirectoryScopeId)).Distinct()
            .OrderBy(role => role.Title, StringComparer.OrdinalIgnoreCase),
    ];

    public static Role Of(DirectoryObject definition) => new(definition.Id, definition.DisplayName ?? definition.Id, Tenant);

    public static string NameOf(Instance instance) => instance.RoleDefinition?.DisplayName ?? instance.RoleDefinitionId;

    /// <summary>
    /// The one role that is meant: by id, by its whole name, or by a part of the name that no other has; null when there is none.
    /// </summary>
    public static Role? Find(string text, IReadOnlyList<Role> among)
    {
        Func<Role, bool>[] ways =
        [
            role => role.Id.Equals(text, StringComparison.OrdinalIgnoreCase),
            role => role.Name.Equals(text, StringComparison.OrdinalIgnoreCase),
            role => role.Title.Contains(text, StringComparison.OrdinalIgnoreCase),
        ];
        var found = ways.Select(way => among.Where(way).ToList()).FirstOrDefault(matches => matches.Count > 0);
        return found switch
        {
            null => null,
            [var only] => only,
            _ => throw new MisuseException($"\"{text}\" could be any of these. Say more of the name:{List(found)}"),
        };
    }

    public static string List(IEnumerable<Role> roles) => string.Concat(roles.Select(role => $"{Environment.NewLine}  {role.Title}"));
}
