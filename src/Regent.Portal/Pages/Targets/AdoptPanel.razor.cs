using Microsoft.AspNetCore.Components;
using Regent.Core.Assignments;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Targets;

/// <summary>Takes what was found outside into Regent, by a role that gives it and with an end.</summary>
public sealed partial class AdoptPanel
{
    private string? chosen;
    private Moment end = Moment.None;
    private bool permanent;

    /// <summary>The target.</summary>
    [Parameter, EditorRequired]
    public TargetDetail Of { get; set; } = default!;

    /// <summary>What was found.</summary>
    [Parameter, EditorRequired]
    public Drift Drift { get; set; } = default!;

    protected override string Id => "adopt-panel";

    protected override bool IsComplete => permanent || end.Errors.Count == 0;

    [Inject]
    private ResolveDrift Resolution { get; set; } = default!;

    [Inject]
    private ReaderZone Zone { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    // What gives least comes first.
    private IReadOnlyList<ListedMapping> Fitting =>
        [.. Of.Mappings.Where(one => one.Mapping.Entitlements.Contains(Drift.Holding.Entitlement, Names)).OrderBy(one => one.Mapping.Entitlements.Count)];

    private StringComparer Names => Of.Summary.Target.Kind.Names();

    // Nobody is to be given more by this without a word.
    private string? Besides => Chosen.Mapping.Entitlements.Where(thing => !Names.Equals(thing, Drift.Holding.Entitlement)).ToList() is { Count: > 0 } more
        ? $"It also gives {Words.List(more)} there."
        : null;

    private ListedMapping Chosen => Fitting.FirstOrDefault(one => one.Mapping.Id.ToString() == chosen) ?? Fitting[0];

    private Expiration Expiration => permanent ? new Expiration.Never() : new Expiration.AfterDateTime(end.In(Zone.Zone)!.Value);

    private IReadOnlyList<string> EndErrors => Tried && !permanent ? end.Errors : [];

    // A month gives time to ask whether it is needed at all.
    protected override void OnInitialized() => end = Moment.Of(Clock.GetUtcNow().AddDays(30), Zone.Zone);

    private static string NameOf(ListedMapping one) => $"{one.Role.DisplayName} · {one.ScopeName ?? Words.Of(one.Mapping.Scope)}";

    private Task SendAsync() => DoAsync(
        caller => Resolution.AdoptAsync(caller, Drift.Id, Chosen.Mapping.Id, Expiration, CancellationToken.None),
        _ => $"{Drift.Holding.Account} holds {Chosen.Role.DisplayName} now.");
}
