using System.Globalization;
using Regent.Core;
using Regent.Core.Audit;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Policies;

/// <summary>An administrator changes what a role demands of those who activate it (specification, section 2).</summary>
public sealed class ChangeRoleSettings(
    IUnitOfWork unit, IRoleStore roles, IPolicyStore policies, IDirectory directory, IAuditLog audit, Authorities authorities,
    Approvers approvers, TimeProvider clock)
{
    /// <param name="caller">The administrator.</param>
    /// <param name="role">The role.</param>
    /// <param name="settings">What it shall demand.</param>
    /// <param name="basedOn">The version the change was made from; another one is refused.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<RolePolicy>> ExecuteAsync(
        Caller caller, RoleDefinitionId role, ActivationSettings settings, int basedOn, CancellationToken ct) =>
        unit.RunAsync(token => ChangeAsync(caller, role, settings, basedOn, token), ct);

    private async Task<Outcome<RolePolicy>> ChangeAsync(
        Caller caller, RoleDefinitionId role, ActivationSettings settings, int basedOn, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!(await authorities.OfAsync(caller.Id, now, ct)).MayManage)
        {
            return Refusals.MayNotManage;
        }

        if (await roles.FindAsync(role, ct) is null)
        {
            return Refusals.UnknownRole;
        }

        var problems = settings.Check().Concat(await ApproverProblemsAsync(settings, now, ct)).ToArray();
        if (problems.Length > 0)
        {
            return problems;
        }

        var before = await policies.GetAsync(role, Scope.Tenant, ct);
        var after = before with
        {
            Version = basedOn + 1,
            Activation = settings with { Approvers = [.. settings.Approvers.Distinct()] },
            ModifiedBy = caller.Id,
            ModifiedAt = now,
        };
        if (before.Version != basedOn || !await policies.SaveAsync(after, ct))
        {
            return new Refusal(
                RefusalCode.PolicyChangedMeanwhile, "Somebody else changed these settings since you opened them. Look at them again.");
        }

        await audit.AppendAsync([Entry(caller, before, after, now)], ct);
        return after;
    }

    private async Task<IEnumerable<Refusal>> ApproverProblemsAsync(ActivationSettings settings, DateTimeOffset now, CancellationToken ct)
    {
        var known = await directory.FindManyAsync(settings.Approvers, ct);
        if (settings.Approvers.Any(id => !known.ContainsKey(id)))
        {
            return [new Refusal(RefusalCode.InvalidPolicy, "One of the approvers is unknown.")];
        }

        return settings.RequiresApproval && (await approvers.OfAsync(settings, now, ct)).Count == 0
            ? [new Refusal(RefusalCode.InvalidPolicy, "Nobody could approve: name an enabled user, or a group that has one.")]
            : [];
    }

    private static AuditEntry Entry(Caller caller, RolePolicy before, RolePolicy after, DateTimeOffset now) =>
        AuditEntry.Of(now, AuditActivities.RoleSettingUpdated, caller.Id) with
        {
            Role = after.Role,
            Scope = after.Scope,
            Details = Facts(before.Activation).Zip(Facts(after.Activation))
                .Where(pair => pair.First.Value != pair.Second.Value)
                .ToDictionary(pair => pair.First.Key, pair => $"{pair.First.Value} → {pair.Second.Value}"),
        };

    private static (string Key, string Value)[] Facts(ActivationSettings settings) =>
    [
        ("MaximumDuration", settings.MaximumDuration.ToString("c", CultureInfo.InvariantCulture)),
        ("RequiresJustification", settings.RequiresJustification.ToString()),
        ("RequiresTicket", settings.RequiresTicket.ToString()),
        ("RequiresMfa", settings.RequiresMfa.ToString()),
        ("RequiresApproval", settings.RequiresApproval.ToString()),
        ("Approvers", string.Join(", ", settings.Approvers.Select(id => id.ToString()).Order(StringComparer.Ordinal))),
    ];
}
