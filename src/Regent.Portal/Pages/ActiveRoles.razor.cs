using Regent.Core.Assignments;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Portal.Pages;

/// <summary>What the reader holds now, and until when.</summary>
public sealed partial class ActiveRoles
{
    private ScheduleListing? ending;

    protected override MyRolesTab Tab => MyRolesTab.Active;

    protected override string DefaultSort => "end";

    private IReadOnlyList<ScheduleId> Shown => [.. (Rows ?? []).Select(row => row.Listing.Schedule.Id)];
}
