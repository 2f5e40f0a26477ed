using Regent.Core.Roles;

namespace Regent.Storage.Rows;

internal sealed class RoleRow
{
    public Guid Id { get; init; }
    public required string DisplayName { get; set; }
    public required string Description { get; set; }
    public bool IsPrivileged { get; set; }
    public bool IsBuiltIn { get; set; }
    public required string SortName { get; set; }

    public static RoleRow Of(RoleDefinition role) => new()
    {
        Id = role.Id.Value,
        DisplayName = role.DisplayName,
        Description = role.Description,
        IsPrivileged = role.IsPrivileged,
        IsBuiltIn = role.IsBuiltIn,
        SortName = Search.Fold(role.DisplayName),
    };

    public RoleDefinition ToCore() => new(new RoleDefinitionId(Id), DisplayName, Description, IsPrivileged, IsBuiltIn);
}
