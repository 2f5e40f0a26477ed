using Microsoft.AspNetCore.Components;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Roles;

/// <summary>Every role that can be held, those of the organisation's own among them, which are made and changed here.</summary>
public sealed partial class RolesPage
{
    private static readonly TabItem[] Items = [new("directory", "Directory"), new("resources", "Resources")];

    private string? done;

    [SupplyParameterFromQuery]
    private string? Tab { get; set; }

    /// <summary>Whether the panel makes a new role.</summary>
    [SupplyParameterFromQuery]
    private string? Add { get; set; }

    /// <summary>The role the panel shows; null while it is closed.</summary>
    [SupplyParameterFromQuery]
    private Guid? Role { get; set; }

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    private RoleSystem System => Tab == "resources" ? RoleSystem.Resources : RoleSystem.Directory;

    private bool MayMake => Overview?.Authority.MayMakeRolesOf(System) == true;

    private void Close() => Address.NavigateTo(
        Address.GetUriWithQueryParameters(new Dictionary<string, object?> { ["add"] = null, ["role"] = null }));
}
