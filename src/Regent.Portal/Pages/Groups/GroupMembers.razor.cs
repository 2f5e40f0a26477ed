using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Portal.Pages.Groups;

/// <summary>Who is directly in a group now, and by what.</summary>
public sealed partial class GroupMembers
{
    /// <summary>Which group.</summary>
    [Parameter, EditorRequired]
    public PrincipalId Group { get; set; }

    protected override object State => Group;

    [Inject]
    private ListGroupMembers Members { get; set; } = default!;

    protected override Task<Outcome<Page<GroupMember>>> PageAsync(PageAsk page, CancellationToken ct) =>
        Members.ExecuteAsync(Caller, Group, page, ct);
}
