using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Policies;

/// <summary>An administrator changes what a role demands at a scope, all of it or some (specification, section 2).</summary>
public sealed class ChangeRoleSettings(
    IUnitOfWork unit, AdministeredPlaces places, IPolicyStore policies, IDirectory directory, IAuditLog audit, Approvers approvers,
    TimeProvider clock)
{
    /// <summary>Changes all of it.</summary>
    /// <param name="caller">The administrator.</param>
    /// <param name="wanted">What the role shall demand, and where; its version is that the change was made from, and another one is refused.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<RolePolicy>> ExecuteAsync(Caller caller, RolePolicy wanted, CancellationToken ct) =>
        unit.RunAsync(token => ChangeAsync(caller, wanted, token), ct);

    /// <summary>Changes some rules of whatever the settings are by now.</summary>
    /// <param name="caller">The administrator.</param>
    /// <param name="role">The role.</param>
    /// <param name="scope">Where its settings hold.</param>
    /// <param name="rules">The rules; what they do not say stays.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<RolePolicy>> ExecuteAsync(
        Caller caller, RoleDefinitionId role, Scope scope, IReadOnlyCollection<PolicyRule> rules, CancellationToken ct) =>
        unit.RunAsync(token => ChangeAsync(caller, role, scope, rules, token), ct);

    private async Task<Outcome<RolePolicy>> ChangeAsync(
        Caller caller, RoleDefinitionId role, Scope scope, IReadOnlyCollection<PolicyRule> rules, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await places.ForAsync(caller, role, scope, now, ct)).ThenAsync(async place =>
        {
            var before = await policies.GetAsync(role, place.Scope, ct);
            return await before.With(rules).ThenAsync(wanted => ChangeAsync(caller, wanted, now, ct));
        });
    }

    private async Task<Outcome<RolePolicy>> ChangeAsync(Caller caller, RolePolicy wanted, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await (await places.ForAsync(caller, wanted.Role, wanted.Scope, now, ct)).ThenAsync(
            place => ChangeAsync(caller, wanted with { Scope = place.Scope.PolicyScope }, now, ct));
    }

    private async Task<Outcome<RolePolicy>> ChangeAsync(Caller caller, RolePolicy wanted, DateTimeOffset now, CancellationToken ct)
    {
        var problems = wanted.Check().Concat(await ApproverProblemsAsync(wanted, now, ct)).ToArray();
        if (problems.Length > 0)
        {
            return problems;
        }

        var before = await policies.GetAsync(wanted.Role, wanted.Scope, ct);
        var after = wanted with
        {
            Version = wanted.Version + 1,
            Activation = wanted.Activation with { Approvers = [.. wanted.Activation.Approvers.Distinct()] },
            ModifiedBy = caller.Id,
            ModifiedAt = now,
        };
        if (before.Version != wanted.Version || !await policies.SaveAsync(after, ct))
        {
            return new Refusal(
                RefusalCode.PolicyChangedMeanwhile, "Somebody else changed these settings since you opened them. Look at them again.");
        }

        await audit.AppendAsync([Entry(caller, before, after, now)], ct);
        return after;
    }

    private async Task<IEnumerable<Refusal>> ApproverProblemsAsync(RolePolicy wanted, DateTimeOffset now, CancellationToken ct)
    {
        var settings = wanted.Activation;
        var known = await directory.FindManyAsync(settings.Approvers, ct);
        if (settings.Approvers.Any(id => !known.ContainsKey(id)))
        {
            return [Unfit("One of the approvers is unknown.")];
        }

        return settings.RequiresApproval && (await approvers.NamedAsync(settings, now, ct) ?? await approvers.FallbackAsync(now, ct)).Count == 0
            ? [Unfit("Nobody could approve: name an enabled user, or a group that has one.")]
            : [];
    }

    private static Refusal Unfit(string message) =>
        new(RefusalCode.InvalidPolicy, message) { Target = ActivationSettings.ApproversMember };

    private static AuditEntry Entry(Caller caller, RolePolicy before, RolePolicy after, DateTimeOffset now) =>
        AuditEntry.Of(now, AuditActivities.RoleSettingUpdated, caller.Id) with
        {
            Role = after.Role,
            Scope = after.Scope,
            Details = PolicyFacts.Changed(before, after),
        };
}
