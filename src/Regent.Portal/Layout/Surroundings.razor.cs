using Microsoft.AspNetCore.Components;
using Regent.Operations.Assignments;

namespace Regent.Portal.Layout;

/// <summary>Tells everything inside what the reader may do, what is active and what waits; null until it is known.</summary>
public sealed partial class Surroundings
{
    /// <summary>The frame and its page.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override object State => nameof(Surroundings);

    [Inject]
    private GetOverview Overview { get; set; } = default!;

    protected override Task<Overview> LoadAsync(CancellationToken ct) => Overview.ExecuteAsync(Caller, ct);
}
