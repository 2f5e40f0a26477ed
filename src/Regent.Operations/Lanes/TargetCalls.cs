using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Lanes;

/// <summary>Tells a target what a batch of lines asks for, step by step, and reads all of it back.</summary>
internal sealed class TargetCalls(bool endsByItself)
{
    private readonly Dictionary<LedgerEntryId, TargetAnswer> answers = [];
    private readonly HashSet<LedgerEntryId> warned = [];
    private readonly HashSet<LedgerEntryId> closed = [];
    private readonly Dictionary<LedgerEntryId, Observation> seen = [];

    /// <summary>What the target said first that was not done; null when all was done, or nothing was asked.</summary>
    public TargetAnswer? TroubleOf(LedgerEntry entry) => answers.TryGetValue(entry.Id, out var answer) && !answer.IsDone ? answer : null;

    /// <summary>Whether the target was told anything about this, and took it.</summary>
    public bool Took(LedgerEntry entry) => answers.TryGetValue(entry.Id, out var answer) && answer.IsDone;

    public bool WasWarned(LedgerEntry entry) => warned.Contains(entry.Id);

    public bool WasClosed(LedgerEntry entry) => closed.Contains(entry.Id);

    /// <summary>Whether the target cannot be asked, so that its word counts.</summary>
    public bool IsBlind(LedgerEntry entry) => seen.GetValueOrDefault(entry.Id) == Observation.Blind;

    /// <summary>What was seen; null when nobody looked.</summary>
    public Observation? SeenOf(LedgerEntry entry) => seen.GetValueOrDefault(entry.Id);

    /// <summary>The same trouble with all of them.</summary>
    public static TargetCalls Failed(IReadOnlyList<LookedLine> lines, TargetAnswer why)
    {
        var calls = new TargetCalls(endsByItself: false);
        foreach (var line in lines)
        {
            calls.answers[line.Entry.Id] = why;
        }

        return calls;
    }

    public async Task MakeAsync(ITarget target, IReadOnlyList<LookedLine> lines, CancellationToken ct)
    {
        await TellAsync(
            [.. lines.Where(line => line.IsToGrant(endsByItself))],
            some => target.GrantAsync([.. some.Select(Grant)], ct));
        await SoftenAsync(target, lines, ct);
        var revoked = lines.Where(line => line.IsToRevoke).ToList();
        await TellAsync(revoked, some => target.RevokeAsync([.. some.Select(line => line.Entry.Holding)], ct));
        if (target is IEndsSessions sessions)
        {
            await TellAsync(
                [.. lines.Where(line => line.IsToEndSessions && (Took(line.Entry) || !line.IsToRevoke))],
                some => sessions.EndSessionsAsync([.. some.Select(line => line.Entry.Holding)], ct));
        }

        await ObserveAsync(target, [.. lines.Where(line => TroubleOf(line.Entry) is null && (line.Entry.MayBeThere || line.Look.IsWanted))], ct);
    }

    private static TargetGrant Grant(LookedLine line) => new(line.Entry.Holding, line.Look.Until);

    private async Task SoftenAsync(ITarget target, IReadOnlyList<LookedLine> lines, CancellationToken ct)
    {
        if (target is IWarnsHolders warning)
        {
            var ending = lines.Where(line => line.IsToWarn).ToList();
            await TellAsync(ending, some => warning.WarnAsync([.. some.Select(Grant)], ct));
            warned.UnionWith(ending.Where(line => TroubleOf(line.Entry) is null).Select(line => line.Entry.Id));
        }

        if (target is IClosesDoors doors)
        {
            var closing = lines.Where(line => line.IsToClose).ToList();
            await TellAsync(closing, some => doors.CloseAsync([.. some.Select(line => line.Entry.Holding)], ct));
            closed.UnionWith(closing.Where(line => TroubleOf(line.Entry) is null).Select(line => line.Entry.Id));
        }
    }

    // The first no stays: what comes after it would only hide it.
    private async Task TellAsync(List<LookedLine> lines, Func<List<LookedLine>, Task<IReadOnlyList<TargetAnswer>>> tell)
    {
        var some = lines.Where(line => TroubleOf(line.Entry) is null).ToList();
        if (some.Count == 0)
        {
            return;
        }

        foreach (var (line, answer) in some.Zip(await tell(some)))
        {
            answers[line.Entry.Id] = answer;
        }
    }

    private async Task ObserveAsync(ITarget target, List<LookedLine> lines, CancellationToken ct)
    {
        if (lines.Count == 0)
        {
            return;
        }

        foreach (var (line, observation) in lines.Zip(await target.ObserveAsync([.. lines.Select(line => line.Entry.Holding)], ct)))
        {
            seen[line.Entry.Id] = observation;
            if (observation.Trouble is { } trouble)
            {
                answers[line.Entry.Id] = trouble;
            }
        }
    }
}
