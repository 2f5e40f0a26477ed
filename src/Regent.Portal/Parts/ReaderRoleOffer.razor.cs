using Microsoft.AspNetCore.Components;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Portal.Parts;

/// <summary>Says which roles open a page for readers, and offers the least of those the reader could activate.</summary>
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

    protected override object State => nameof(ReaderRoleOffer);

    [Inject]
    private ListMyRoles Roles { get; set; } = default!;

    private static IReadOnlyList<string> Names { get; } =
        [.. Order.Select(id => DirectoryRoles.BuiltIn.First(role => role.Id == id).DisplayName)];

    private RoleDefinition? Offer => Model?.Items.Select(role => role.Listing.Role)
        .Where(role => Order.Contains(role.Id)).MinBy(role => Array.IndexOf(Order, role.Id));

    protected override Task<Page<MyRole>> LoadAsync(CancellationToken ct) => Roles.ExecuteAsync(
        Caller, new MyRolesAsk(MyRolesTab.Eligible) { System = RoleSystem.Directory }, new PageAsk(PageAsk.Largest), ct);
}
