using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Principals;

/// <summary>
/// Takes over groups and service principals with their ids; repeatable. What is refused leaves the others alone. Called on the server
/// itself, not by a signed-in person.
/// </summary>
public sealed class ImportPrincipals(IUnitOfWork unit, IDirectory directory, IAuditLog audit, EligibilityLoss loss, LedgerPlanner ledger, TimeProvider clock)
{
    public Task<IReadOnlyList<ImportLine>> ExecuteAsync(IReadOnlyList<PrincipalLine> lines, CancellationToken ct) =>
        unit.RunAsync(token => ImportAsync(lines, token), ct);

    private async Task<IReadOnlyList<ImportLine>> ImportAsync(IReadOnlyList<PrincipalLine> lines, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = await directory.FindManyAsync([.. lines.Select(line => line.Wanted.Id).Distinct()], ct);
        var seen = new HashSet<PrincipalId>();
        var told = lines.Select(line => Told(line, known.GetValueOrDefault(line.Wanted.Id), isFirst: seen.Add(line.Wanted.Id))).ToList();
        var changed = lines.Zip(told).Where(pair => pair.Second.Outcome is ImportOutcome.Added or ImportOutcome.Changed)
            .Select(pair => (pair.First.Wanted, pair.Second)).ToList();
        await directory.SaveManyAsync([.. changed.Select(one => one.Wanted)], ct);
        await audit.AppendAsync(changed.Select(one => Entry(one.Wanted, one.Second, now)), ct);
        await ledger.FollowHoldersAsync([.. changed.Select(one => one.Wanted.Id)], now, ct);
        foreach (var (wanted, _) in changed.Where(one => !one.Wanted.IsEnabled))
        {
            await loss.EndLostActivationsOfAsync(wanted.Id, by: null, now, ct);
        }

        return told;
    }

    private static ImportLine Told(PrincipalLine line, Principal? before, bool isFirst)
    {
        var wanted = line.Wanted;
        string?[] texts = [wanted.DisplayName, wanted.Mail];
        return before switch
        {
            _ when !isFirst => Line(ImportOutcome.Refused, "It is there more than once. Keep one of them."),
            _ when string.IsNullOrWhiteSpace(wanted.DisplayName) => Line(ImportOutcome.Refused, "It has no displayName."),
            _ when !texts.OfType<string>().All(NameText.IsFit) =>
                Line(ImportOutcome.Refused, $"A text is longer than {NameText.Longest} characters or holds control characters. Shorten it."),
            null => Line(ImportOutcome.Added, ""),
            _ when before.Kind != wanted.Kind => Line(ImportOutcome.Refused, $"Its id belongs to {before.DisplayName}, which is something else."),
            _ when before == wanted => Line(ImportOutcome.Unchanged, ""),
            _ => Line(ImportOutcome.Changed, string.Join(", ", Differences(before, wanted))),
        };

        ImportLine Line(ImportOutcome outcome, string message) => new(line.Line, wanted.DisplayName, outcome, message);
    }

    private static IEnumerable<string> Differences(Principal before, Principal after)
    {
        (string Name, object? Before, object? After)[] values =
        [
            ("displayName", before.DisplayName, after.DisplayName),
            ("mail", before.Mail, after.Mail),
            ("appId", before.AppId, after.AppId),
            ("isAssignableToRole", before.IsRoleAssignable, after.IsRoleAssignable),
            ("accountEnabled", before.IsEnabled, after.IsEnabled),
        ];
        return values.Where(value => !Equals(value.Before, value.After)).Select(value => value.Name);
    }

    private static AuditEntry Entry(Principal subject, ImportLine told, DateTimeOffset now) =>
        AuditEntry.Of(now, told.Outcome == ImportOutcome.Added ? AuditActivities.PrincipalAdded : AuditActivities.PrincipalUpdated, actor: null) with
        {
            Subject = subject.Id,
            Reason = told.Message.Length == 0 ? null : told.Message,
        };
}
