using Regent.Api.OData;
using Regent.Core.Roles;

namespace Regent.Api.Graph.Contracts;

/// <summary>A directory role as part of the directory (specification of the API, section 2.9); its id is that of the role definition.</summary>
[Entity("directoryRole", IsSearchable = true)]
internal sealed record DirectoryRoleContract : DirectoryObjectContract
{
    public string? Description { get; init; }

    public string? RoleTemplateId { get; init; }

    /// <summary>To whom it is assigned for the tenant; only where that is asked.</summary>
    [OnDemand]
    public IReadOnlyList<DirectoryObjectContract> Members { get; init; } = [];

    public static DirectoryRoleContract Of(RoleDefinition role) => new()
    {
        Id = role.Id.ToString(),
        DisplayName = role.DisplayName,
        Description = role.Description,
        RoleTemplateId = role.TemplateId?.ToString("D") ?? role.Id.ToString(),
    };
}
