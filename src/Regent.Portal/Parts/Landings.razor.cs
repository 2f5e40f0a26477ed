using Microsoft.AspNetCore.Components;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Operations.Provisioning;

namespace Regent.Portal.Parts;

/// <summary>Asks how far some assignments have got in the systems behind them, and tells what is inside, as it happens.</summary>
public sealed partial class Landings
{
    private static readonly Dictionary<ScheduleId, AccessProgress> Nothing = [];

    /// <summary>Which assignments.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ScheduleId> Of { get; set; } = [];

    /// <summary>Whether only the reader's own accounts count; else all that the reader may see.</summary>
    [Parameter]
    public bool OnlyOwn { get; set; }

    /// <summary>What shows it.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<IReadOnlyDictionary<ScheduleId, AccessProgress>> ChildContent { get; set; } = default!;

    protected override object State => (nameof(Landings), OnlyOwn, string.Join(',', Of));

    [Inject]
    private GetProgress Progress { get; set; } = default!;

    protected override async Task<IReadOnlyDictionary<ScheduleId, AccessProgress>> LoadAsync(CancellationToken ct) =>
        Of.Count == 0 ? Nothing : await Progress.ExecuteAsync(Caller, Of, OnlyOwn ? Caller.Id : (PrincipalId?)null, ct);
}
