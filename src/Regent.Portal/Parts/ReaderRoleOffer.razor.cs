using Microsoft.AspNetCore.Components;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Portal.Parts;

/// <summary>
/// Says which roles open a page for readers, and offers the least of those the reader could activate. One that is about the place goes first.
/// </summary>
public sealed partial class ReaderRoleOffer
{
    // From the least to the most powerful.
    private static readonly RoleDefinitionId[] Order =
    [
        DirectoryRoles.GlobalReader, DirectoryRoles.SecurityReader, DirectoryRoles.SecurityOperator, DirectoryRoles.SecurityAdministrator,
        DirectoryRoles.PrivilegedRoleAdministrator, DirectoryRoles.GlobalAdministrator,
    ];

    /// <summary>What only readers may see, with a capital.</summary>
    [Parameter, EditorRequired]
    public string What { get; set; } = "";

    /// <summary>What opens it as well, beside the reader roles: "owner of the group".</summary>
    [Parameter]
    public IReadOnlyList<string> Also { get; set; } = [];

    /// <summary>Where; a role that opens only this place is offered as well.</summary>
    [Parameter]
    public Scope At { get; set; } = Scope.Tenant;

    protected override object State => nameof(ReaderRoleOffer);

    [Inject]
    private ListMyRoles Roles { get; set; } = default!;

    private static IReadOnlyList<string> Names { get; } =
        [.. Order.Select(id => DirectoryRoles.BuiltIn.First(role => role.Id == id).DisplayName)];

    private ScheduleListing? Offer => Model?.Items.Select(role => role.Listing).Where(Opens).MinBy(listing => Array.IndexOf(Order, listing.Role.Id));

    protected override Task<Page<MyRole>> LoadAsync(CancellationToken ct) =>
        Roles.ExecuteAsync(Caller, new MyRolesAsk(MyRolesTab.Eligible), new PageAsk(PageAsk.Largest), ct);

    // As far as the path says what lies above, and as if the group could hold directory roles, so that nothing is promised that may not open it.
    private bool Opens(ScheduleListing listing) => new Authority([new HeldRole(listing.Role.Id, listing.Schedule.Scope)])
        .MayReadAt(new Place(At, [.. Above(At)]) { IsRoleAssignable = true });

    private static IEnumerable<Scope> Above(Scope scope) => scope.Container is { } container ? [container, .. Above(container)] : [];
}
