using Microsoft.AspNetCore.Components;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Assignments;

/// <summary>Everybody's assignments in all role systems: eligible, active and over. Administrators add, change and remove them here.</summary>
public sealed partial class AssignmentsPage
{
    private static readonly TabItem[] Items = [new("eligible", "Eligible"), new("active", "Active"), new("expired", "Expired")];

    private string? done;

    [SupplyParameterFromQuery]
    private string? Tab { get; set; }

    [SupplyParameterFromQuery]
    private string? System { get; set; }

    /// <summary>The place the list is narrowed to.</summary>
    [SupplyParameterFromQuery]
    private string? Scope { get; set; }

    /// <summary>What the panel adds, <c>eligible</c> or <c>active</c>; null while it is closed.</summary>
    [SupplyParameterFromQuery]
    private string? Add { get; set; }

    /// <summary>The schedule the panel changes; null while it is closed.</summary>
    [SupplyParameterFromQuery]
    private string? Change { get; set; }

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    private IReadOnlyList<TabItem> Systems => Overview is null ? [] : RoleSystems.ReadBy(Overview.Authority);

    /// <summary>The role system the address names, or the first in which the reader sees anything.</summary>
    private RoleSystem Family => RoleSystems.Of(
        Systems.Any(tab => tab.Name == System) ? System : Systems is [var first, ..] ? first.Name : null);

    private Scope? Place => Core.Roles.Scope.TryParse(Scope, out var place) ? place : null;

    private bool MayAdd => Overview?.Authority.ManagedIn(Family).IsNowhere == false;

    private AssignmentTab Chosen => Tab switch
    {
        "active" => AssignmentTab.Active,
        "expired" => AssignmentTab.Expired,
        _ => AssignmentTab.Eligible,
    };

    private void Close() =>
        Address.NavigateTo(Address.GetUriWithQueryParameters(new Dictionary<string, object?> { ["add"] = null, ["change"] = null }));
}
