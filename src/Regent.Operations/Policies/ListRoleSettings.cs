using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Policies;

/// <summary>The settings of every role, for readers.</summary>
public sealed class ListRoleSettings(
    IRoleStore roles, IPolicyStore policies, IDirectory directory, Authorities authorities, TimeProvider clock)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="role">Only this role; null is all, by name.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<IReadOnlyList<RoleSettings>>> ExecuteAsync(Caller caller, RoleDefinitionId? role, CancellationToken ct)
    {
        if (!(await authorities.OfAsync(caller.Id, clock.GetUtcNow(), ct)).MayRead)
        {
            return Refusals.MayNotRead;
        }

        var wanted = (await roles.ListAsync(RoleSystem.Directory, ct)).Where(one => role is null || one.Id == role).ToList();
        if (role is not null && wanted.Count == 0)
        {
            return Refusals.UnknownRole;
        }

        var changed = (await policies.ListAsync([Scope.Tenant], ct)).ToDictionary(policy => policy.Role);
        var people = await directory.FindManyAsync(
            [.. changed.Values.SelectMany(policy => policy.Activation.Approvers.Append(policy.ModifiedBy ?? default)).Distinct()], ct);
        return new Outcome<IReadOnlyList<RoleSettings>>.Done(
            [.. wanted.Select(one => Of(one, changed.GetValueOrDefault(one.Id, RolePolicy.Default(one.Id, Scope.Tenant)), people))]);
    }

    private static RoleSettings Of(
        RoleDefinition role, RolePolicy policy, IReadOnlyDictionary<PrincipalId, Principal> people) => new(
            role, policy, [.. policy.Activation.Approvers.Where(people.ContainsKey).Select(id => people[id])],
            policy.ModifiedBy is { } by ? people.GetValueOrDefault(by) : null);
}
