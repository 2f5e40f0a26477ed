using Regent.Operations.Principals;

namespace Regent.Operations.Synchronisation;

/// <summary>What a run would make of one person.</summary>
/// <param name="Key">Their key in the source.</param>
/// <param name="Plan">What is planned.</param>
/// <param name="IsGone">Whether they are there no more.</param>
internal sealed record SyncedPerson(string Key, PlannedPerson Plan, bool IsGone = false)
{
    public bool IsDisabled => Plan is { Known.IsEnabled: true, Person.IsEnabled: false };

    public ImportLine ToLine()
    {
        var line = Plan.ToLine();
        return IsGone && line.Outcome != ImportOutcome.Unchanged ? line with { Message = $"no longer there: {line.Message}" } : line;
    }
}
