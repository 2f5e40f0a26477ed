using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Synchronisation;

/// <summary>What a run would make of one group, or why it is refused.</summary>
/// <param name="Source">The group as it stands in the source.</param>
/// <param name="Known">What it is already; null when it is new.</param>
internal sealed record PlannedGroup(SourceGroup Source, Principal? Known)
{
    /// <summary>What it shall be; null when it is not taken over.</summary>
    public Principal? Group { get; init; }

    /// <summary>Why it is not taken over, or not any more; empty when it is.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Whether it is rightly left out.</summary>
    public bool IsLeftOut { get; init; }

    public bool IsDifferent => Group is not null && Group != Known;

    public ImportLine ToLine() => new(0, Source.DisplayName, this switch
    {
        { IsLeftOut: true } => ImportOutcome.LeftOut,
        { Group: null } => ImportOutcome.Refused,
        { Known: null } => ImportOutcome.Added,
        { IsDifferent: true } => ImportOutcome.Changed,
        _ => ImportOutcome.Unchanged,
    }, Group is null ? Problem : Renamed);

    private string Renamed => Known is null || Known.DisplayName == Group!.DisplayName ? "group" : $"group, was {Known.DisplayName}";
}
