using Microsoft.AspNetCore.Components;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Portal.Layout;

/// <summary>How much is active and how long the first of it lasts; opens the list of it.</summary>
public sealed partial class ActivePill
{
    private ScheduleListing? ending;

    [CascadingParameter]
    private Overview? Overview { get; set; }
}
