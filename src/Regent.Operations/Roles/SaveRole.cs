using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Roles;

/// <summary>Somebody makes a custom role, or changes one. Those that come with the product stay as they are.</summary>
public sealed class SaveRole(
    IUnitOfWork unit, IRoleStore roles, IAuditLog audit, CustomRoles custom, RoleUse use, Places places, TimeProvider clock)
{
    /// <param name="caller">Who manages the tenant or the role's scopes.</param>
    /// <param name="wanted">The role as it shall be; one with the id of nothing, the default, is new.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<RoleDefinition>> ExecuteAsync(Caller caller, RoleDefinition wanted, CancellationToken ct) =>
        ExecuteAsync(caller, wanted, mayBeNew: false, ct);

    /// <param name="caller">Who manages the tenant or the role's scopes.</param>
    /// <param name="wanted">The role as it shall be.</param>
    /// <param name="mayBeNew">Whether one with an id that no role has is new too, and gets that id.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<RoleDefinition>> ExecuteAsync(Caller caller, RoleDefinition wanted, bool mayBeNew, CancellationToken ct) =>
        unit.RunAsync(token => SaveAsync(caller, Trimmed(wanted), mayBeNew, token), ct);

    private async Task<Outcome<RoleDefinition>> SaveAsync(Caller caller, RoleDefinition wanted, bool mayBeNew, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = wanted.Id == default ? null : await roles.FindAsync(wanted.Id, ct);
        if (before is null && wanted.Id != default && !mayBeNew)
        {
            return Refusals.UnknownRole;
        }

        if (before is { IsBuiltIn: true })
        {
            return Invalid($"{before.DisplayName} comes with the product and cannot be changed. Make a role of your own instead.");
        }

        if (before is not null && await custom.ForAsync(caller, before, now, ct) is Outcome<RoleDefinition>.Refused refused)
        {
            return refused;
        }

        return await (await custom.ForAsync(caller, Keeping(before, wanted), now, ct)).ThenAsync(
            async spelt => await ProblemsAsync(before, spelt, now, ct) is [_, ..] problems
                ? new Outcome<RoleDefinition>.Refused(problems)
                : await WriteAsync(caller, before, spelt, now, ct));
    }

    // A form that does not show these leaves them as they are.
    private static RoleDefinition Keeping(RoleDefinition? before, RoleDefinition wanted) => wanted with
    {
        Version = wanted.Version ?? before?.Version,
        TemplateId = wanted.TemplateId ?? before?.TemplateId,
    };

    private async Task<Outcome<RoleDefinition>> WriteAsync(
        Caller caller, RoleDefinition? before, RoleDefinition wanted, DateTimeOffset now, CancellationToken ct)
    {
        var saved = wanted.Id == default ? wanted with { Id = RoleDefinitionId.At(now) } : wanted;
        if (saved == before)
        {
            return saved;
        }

        await roles.SaveAsync([saved], ct);
        await audit.AppendAsync([Entry(caller, before, saved, now)], ct);
        return saved;
    }

    private async Task<IReadOnlyList<Refusal>> ProblemsAsync(
        RoleDefinition? before, RoleDefinition wanted, DateTimeOffset now, CancellationToken ct)
    {
        if (before is not null && before.System != wanted.System)
        {
            return [Invalid("A role stays in its role system. Make another one instead.")];
        }

        return [.. wanted.Check(), .. await NameProblemsAsync(wanted, ct), .. await ScopeProblemsAsync(before, wanted, now, ct)];
    }

    private async Task<IEnumerable<Refusal>> NameProblemsAsync(RoleDefinition wanted, CancellationToken ct) =>
        (await roles.ListAsync(wanted.System, ct)).Any(
            other => other.Id != wanted.Id && other.DisplayName.Equals(wanted.DisplayName, StringComparison.OrdinalIgnoreCase))
            ? [new Refusal(RefusalCode.RoleDefinitionWithSameNameExists, $"There is a role called {wanted.DisplayName} already. Choose another name.")]
            : [];

    // Nobody is left with a role where it can no longer be held.
    private async Task<IEnumerable<Refusal>> ScopeProblemsAsync(
        RoleDefinition? before, RoleDefinition wanted, DateTimeOffset now, CancellationToken ct)
    {
        var problems = new List<Refusal>();
        foreach (var scope in before is null ? new HashSet<Scope>() : await use.ScopesAsync(before.Id, now, ct))
        {
            if (await places.FindAsync(scope, ct) is { } place && wanted.ProblemAt(place) is not null)
            {
                problems.Add(new Refusal(
                    RefusalCode.RoleDefinitionHasAssignments, $"Somebody has the role at {scope}. Remove that first, or keep the scope."));
            }
        }

        return problems;
    }

    private static RoleDefinition Trimmed(RoleDefinition role) => role with
    {
        DisplayName = role.DisplayName.Trim(),
        Description = role.Description.Trim(),
        IsBuiltIn = false,
        AllowedActions = [.. role.AllowedActions.Select(action => action.Trim()).Where(action => action.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
    };

    private static AuditEntry Entry(Caller caller, RoleDefinition? before, RoleDefinition saved, DateTimeOffset now) =>
        AuditEntry.Of(now, before is null ? AuditActivities.RoleAdded : AuditActivities.RoleUpdated, caller.Id) with
        {
            Role = saved.Id,
            Reason = saved.DisplayName,
            Details = RoleFacts.Changed(before, saved),
        };

    private static Refusal Invalid(string message) => new(RefusalCode.InvalidRoleDefinition, message);
}
