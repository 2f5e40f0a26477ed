using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Recording;

namespace Regent.Operations.Principals;

/// <summary>
/// Takes over who is in which group; repeatable. It only adds: who is in a group here and not in the lines stays in it. What is refused
/// leaves the others alone. Called on the server itself, not by a signed-in person.
/// </summary>
public sealed class ImportMemberships(IUnitOfWork unit, IDirectory directory, LedgerPlanner ledger, IAuditLog audit, TimeProvider clock)
{
    public Task<IReadOnlyList<ImportLine>> ExecuteAsync(IReadOnlyList<MembershipLine> lines, CancellationToken ct) =>
        unit.RunAsync(token => ImportAsync(lines, token), ct);

    private async Task<IReadOnlyList<ImportLine>> ImportAsync(IReadOnlyList<MembershipLine> lines, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = await directory.FindManyAsync([.. lines.SelectMany(line => new[] { line.Wanted.Group, line.Wanted.Member }).Distinct()], ct);
        var there = (await directory.MembershipsOfAsync([.. lines.Select(line => line.Wanted.Member).Distinct()], ct)).ToHashSet();
        var added = new List<Membership>();
        var told = new List<ImportLine>();
        foreach (var line in lines)
        {
            var problem = Problem(line.Wanted, known);
            var isNew = problem is null && there.Add(line.Wanted);
            added.AddRange(isNew ? [line.Wanted] : []);
            told.Add(new ImportLine(
                line.Line, $"{Name(line.Wanted.Member, known)} in {Name(line.Wanted.Group, known)}",
                problem is not null ? ImportOutcome.Refused : isNew ? ImportOutcome.Added : ImportOutcome.Unchanged, problem ?? ""));
        }

        await directory.ChangeMembershipsAsync(added, [], ct);
        await ledger.FollowHoldersAsync([.. added.Select(one => one.Member).Distinct()], now, ct);
        await audit.AppendAsync(added.Select(one => Entry(one, known, now)), ct);
        return told;
    }

    private static string? Problem(Membership wanted, IReadOnlyDictionary<PrincipalId, Principal> known)
    {
        if (known.GetValueOrDefault(wanted.Group) is not { Kind: PrincipalKind.Group } group)
        {
            return $"There is no group {wanted.Group}. Take it over as well.";
        }

        return known.GetValueOrDefault(wanted.Member) switch
        {
            null => $"There is no user, group or service principal {wanted.Member}. Take it over as well.",
            { Kind: PrincipalKind.Group } when wanted.Member == wanted.Group => "A group cannot be in itself.",
            { Kind: PrincipalKind.Group } when group.IsRoleAssignable =>
                "A group that can hold directory roles takes no groups. Add the people in it one by one.",
            _ => null,
        };
    }

    private static string Name(PrincipalId id, IReadOnlyDictionary<PrincipalId, Principal> known) =>
        known.GetValueOrDefault(id)?.DisplayName ?? id.ToString();

    private static AuditEntry Entry(Membership added, IReadOnlyDictionary<PrincipalId, Principal> known, DateTimeOffset now) =>
        AuditEntry.Of(now, AuditActivities.MemberAdded, actor: null) with { Subject = added.Member, Reason = Name(added.Group, known) };
}
