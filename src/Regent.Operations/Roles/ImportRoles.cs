using Regent.Core.Audit;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>
/// Takes over custom directory roles with their ids; repeatable. What is refused leaves the others alone. Called on the server itself,
/// not by a signed-in person.
/// </summary>
public sealed class ImportRoles(IUnitOfWork unit, IRoleStore roles, IAuditLog audit, TimeProvider clock)
{
    public Task<IReadOnlyList<ImportLine>> ExecuteAsync(IReadOnlyList<RoleLine> lines, CancellationToken ct) =>
        unit.RunAsync(token => ImportAsync(lines, token), ct);

    private async Task<IReadOnlyList<ImportLine>> ImportAsync(IReadOnlyList<RoleLine> lines, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = (await roles.ListAsync(RoleSystem.Directory, ct)).ToDictionary(role => role.Id);
        var told = new List<ImportLine>();
        foreach (var (line, wanted) in lines)
        {
            var before = known.GetValueOrDefault(wanted.Id);
            var problem = Problem(before, wanted, known.Values);
            if (problem is null && before != wanted)
            {
                await roles.SaveAsync([wanted], ct);
                await audit.AppendAsync([Entry(before, wanted, now)], ct);
                known[wanted.Id] = wanted;
            }

            told.Add(new ImportLine(line, wanted.DisplayName, Outcome(problem, before, wanted), problem ?? Differences(before, wanted)));
        }

        return told;
    }

    private static string? Problem(RoleDefinition? before, RoleDefinition wanted, IEnumerable<RoleDefinition> all) => before is { IsBuiltIn: true }
        ? $"Its id belongs to {before.DisplayName}, which comes with the product."
        : wanted.Check() is [_, ..] problems
            ? string.Join(" ", problems.Select(problem => problem.Message))
            : all.Any(other => other.Id != wanted.Id && other.DisplayName.Equals(wanted.DisplayName, StringComparison.OrdinalIgnoreCase))
                ? $"There is a role called {wanted.DisplayName} already. Rename one of them."
                : null;

    private static ImportOutcome Outcome(string? problem, RoleDefinition? before, RoleDefinition wanted) => (problem, before) switch
    {
        (not null, _) => ImportOutcome.Refused,
        (_, null) => ImportOutcome.Added,
        _ => before == wanted ? ImportOutcome.Unchanged : ImportOutcome.Changed,
    };

    private static string Differences(RoleDefinition? before, RoleDefinition wanted) =>
        before is null ? "" : string.Join(", ", RoleFacts.Changed(before, wanted).Keys);

    private static AuditEntry Entry(RoleDefinition? before, RoleDefinition saved, DateTimeOffset now) =>
        AuditEntry.Of(now, before is null ? AuditActivities.RoleAdded : AuditActivities.RoleUpdated, actor: null) with
        {
            Role = saved.Id,
            Reason = saved.DisplayName,
            Details = RoleFacts.Changed(before, saved),
        };
}
