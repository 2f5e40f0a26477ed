using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Portal.Pages.Groups;

/// <summary>Who owns a group now.</summary>
public sealed partial class GroupOwners
{
    /// <summary>Which group.</summary>
    [Parameter, EditorRequired]
    public PrincipalId Group { get; set; }

    protected override object State => Group;

    [Inject]
    private ListAssignments Assignments { get; set; } = default!;

    protected override Task<Outcome<Page<ListedAssignment>>> PageAsync(PageAsk page, CancellationToken ct) => Assignments.ExecuteAsync(
        Caller, Scope.OfGroup(Group),
        new ScheduleQuery(ScheduleKind.Assignment, ScheduleView.InForce, Clock.GetUtcNow())
        {
            System = RoleSystem.Groups,
            Role = GroupRoles.Owner,
            Sort = ScheduleSort.Principal,
        },
        page, ct);
}
