using Regent.Core.Roles;

namespace Regent.Storage.Rows;

internal sealed class RoleRow
{
    public Guid Id { get; init; }
    public required string DisplayName { get; set; }
    public required string Description { get; set; }
    public bool IsPrivileged { get; set; }
    public bool IsBuiltIn { get; set; }
    public RoleSystem System { get; init; }
    public required string AllowedActions { get; set; }
    public required string AssignableScopes { get; set; }
    public string? Version { get; set; }
    public Guid? TemplateId { get; set; }
    public required string SortName { get; set; }

    public static RoleRow Of(RoleDefinition role) => new()
    {
        Id = role.Id.Value,
        DisplayName = role.DisplayName,
        Description = role.Description,
        IsPrivileged = role.IsPrivileged,
        IsBuiltIn = role.IsBuiltIn,
        System = role.System,
        AllowedActions = Lines(role.AllowedActions),
        AssignableScopes = Lines(role.AssignableScopes.Select(scope => scope.Value)),
        Version = role.Version,
        TemplateId = role.TemplateId,
        SortName = Search.Fold(role.DisplayName),
    };

    public RoleDefinition ToCore() => new(new RoleDefinitionId(Id), DisplayName, Description, IsPrivileged, IsBuiltIn)
    {
        System = System,
        AllowedActions = Lines(AllowedActions),
        AssignableScopes = [.. Lines(AssignableScopes).Select(ScopeText.Read)],
        Version = Version,
        TemplateId = TemplateId,
    };

    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
