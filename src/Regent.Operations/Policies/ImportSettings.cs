using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Policies;

/// <summary>
/// Takes over what roles demand; repeatable. A rule that cannot be is left as it is here and told, and leaves the others alone. Called on
/// the server itself, not by a signed-in person.
/// </summary>
public sealed class ImportSettings(
    IUnitOfWork unit, IPolicyStore policies, IRoleStore roles, IDirectory directory, Places places, PlaceNames names, IAuditLog audit, TimeProvider clock)
{
    /// <returns>A line for all settings of a role, and one for each rule that was refused.</returns>
    public Task<IReadOnlyList<ImportLine>> ExecuteAsync(IReadOnlyList<SettingsLine> lines, CancellationToken ct) =>
        unit.RunAsync(token => ImportAsync(lines, token), ct);

    private async Task<IReadOnlyList<ImportLine>> ImportAsync(IReadOnlyList<SettingsLine> lines, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var told = new List<ImportLine>();
        foreach (var line in lines)
        {
            told.AddRange(await roles.FindAsync(line.Role, ct) is not { } role
                ? [new ImportLine(line.Line, line.Role.ToString(), ImportOutcome.Refused, "There is no such role. Take it over as well, if it is a custom one.")]
                : await places.ForAsync(role, line.Scope, ct) is Outcome<Place>.Refused(var reasons)
                    ? [new ImportLine(line.Line, role.DisplayName, ImportOutcome.Refused, reasons[0].Message)]
                    : await ImportAsync(line, role, now, ct));
        }

        return told;
    }

    private async Task<IEnumerable<ImportLine>> ImportAsync(SettingsLine line, RoleDefinition role, DateTimeOffset now, CancellationToken ct)
    {
        var before = await policies.GetAsync(line.Role, line.Scope, ct);
        var (rules, unknown) = await KnownAsync(line.Rules, before, ct);
        var (after, unfit) = Apply(before, rules);
        var name = line.Scope == Scope.Tenant ? role.DisplayName : $"{role.DisplayName} of {(await names.OfAsync([line.Scope], ct)).GetValueOrDefault(line.Scope) ?? line.Scope.Value}";
        var changed = PolicyFacts.Changed(before, after);
        if (changed.Count > 0)
        {
            await policies.SaveAsync(after with { Version = before.Version + 1, ModifiedAt = now }, ct);
            await audit.AppendAsync([Entry(after, changed, now)], ct);
        }

        return
        [
            new ImportLine(
                line.Line, name, changed.Count > 0 ? ImportOutcome.Changed : ImportOutcome.Unchanged, string.Join(", ", changed.Keys)),
            .. unknown.Concat(unfit).Select(problem => new ImportLine(line.Line, name, ImportOutcome.Refused, $"{problem.Target}: {problem.Message}")),
        ];
    }

    /// <summary>All rules at once, for some only fit together; else one after the other, to leave out those that do not fit.</summary>
    private static (RolePolicy After, IReadOnlyList<Refusal> Problems) Apply(RolePolicy before, IReadOnlyList<PolicyRule> rules)
    {
        if (before.TakeOver(rules) is Outcome<RolePolicy>.Done(var whole))
        {
            return (whole, []);
        }

        var after = before;
        var problems = new List<Refusal>();
        foreach (var rule in rules)
        {
            switch (after.TakeOver([rule]))
            {
                case Outcome<RolePolicy>.Done(var next):
                    after = next;
                    break;
                case Outcome<RolePolicy>.Refused(var reasons):
                    problems.AddRange(reasons.Select(reason => reason with { Target = reason.Target ?? rule.Name.Id }));
                    break;
            }
        }

        return (after, problems);
    }

    // Approval that was demanded stays demanded: who is not here is left out, and where nobody remains those decide who would without the line.
    private async Task<(IReadOnlyList<PolicyRule> Rules, IReadOnlyList<Refusal> Problems)> KnownAsync(
        IReadOnlyList<PolicyRule> rules, RolePolicy before, CancellationToken ct)
    {
        var named = rules.OfType<PolicyRule.Approval>().SelectMany(rule => rule.Approvers ?? []).Distinct().ToList();
        var known = (await directory.FindManyAsync(named, ct)).Keys.ToHashSet();
        return (
            [.. rules.Select(rule => rule is PolicyRule.Approval { Approvers: [_, ..] approvers } approval ? approval with { Approvers = Known(approvers, known) } : rule)],
            [
                .. named.Where(id => !known.Contains(id)).Select(id => Unfit($"There is no user or group {id} to approve. Take it over as well.")),
                .. named.Count > 0 && known.Count == 0 ? [Unfit(InTheirPlace(before.Activation))] : Array.Empty<Refusal>(),
            ]);
    }

    private static List<PrincipalId>? Known(IReadOnlyList<PrincipalId> approvers, HashSet<PrincipalId> known) =>
        approvers.Where(known.Contains).ToList() is { Count: > 0 } left ? left : null;

    private static string InTheirPlace(ActivationSettings before) =>
        $"Nobody named there to approve is here: {(before.Approvers.Count > 0 ? "those named here decide" : "administrators decide until you name others")}.";

    private static Refusal Unfit(string message) => new(RefusalCode.InvalidPolicy, message) { Target = ActivationSettings.ApproversMember };

    private static AuditEntry Entry(RolePolicy after, IReadOnlyDictionary<string, string> changed, DateTimeOffset now) =>
        AuditEntry.Of(now, AuditActivities.RoleSettingUpdated, actor: null) with { Role = after.Role, Scope = after.Scope, Details = changed };
}
