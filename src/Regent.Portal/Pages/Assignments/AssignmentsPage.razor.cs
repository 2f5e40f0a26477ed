using Microsoft.AspNetCore.Components;
using Regent.Operations.Assignments;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Assignments;

/// <summary>Everybody's assignments: eligible, active and over. Administrators add and remove them here.</summary>
public sealed partial class AssignmentsPage
{
    private static readonly TabItem[] Items = [new("eligible", "Eligible"), new("active", "Active"), new("expired", "Expired")];

    private string? done;

    [SupplyParameterFromQuery]
    private string? Tab { get; set; }

    /// <summary>What the panel adds, <c>eligible</c> or <c>active</c>; null while it is closed.</summary>
    [SupplyParameterFromQuery]
    private string? Add { get; set; }

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    private bool MayManage => Overview?.Authority.MayManage == true;

    private AssignmentTab Chosen => Tab switch
    {
        "active" => AssignmentTab.Active,
        "expired" => AssignmentTab.Expired,
        _ => AssignmentTab.Eligible,
    };

    private void Close() => Address.NavigateTo(Address.With("add", null));
}
