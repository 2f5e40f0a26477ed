using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Policies;

/// <summary>The settings of the roles that can be held at a scope, for those who may see what is held there.</summary>
public sealed class ListRoleSettings(
    IRoleStore roles, IPolicyStore policies, IDirectory directory, Places places, PlaceNames names, Authorities authorities,
    ActivationOptions options, TimeProvider clock)
{
    /// <summary>The settings of directory roles.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="role">Only this role; null is all, by name.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<IReadOnlyList<RoleSettings>>> ExecuteAsync(Caller caller, RoleDefinitionId? role, CancellationToken ct) =>
        ExecuteAsync(caller, role, Scope.Tenant, ct);

    /// <param name="caller">Who asks.</param>
    /// <param name="role">Only this role; null is all, by name.</param>
    /// <param name="scope">Where; a directory role has the same settings everywhere.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<IReadOnlyList<RoleSettings>>> ExecuteAsync(
        Caller caller, RoleDefinitionId? role, Scope scope, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var authority = await authorities.OfAsync(caller, now, ct);
        var place = await places.FindAsync(scope, ct);
        if (!authority.MayReadAt(place ?? new Place(scope, [])))
        {
            return scope.System == RoleSystem.Directory ? Refusals.MayNotRead : Refusals.MayNotReadHere;
        }

        return place is null
            ? Refusals.UnknownScope
            : await (await RolesAsync(role, place, ct)).ThenAsync(wanted => ReadAsync(wanted, place, authority, now, ct));
    }

    private async Task<Outcome<IReadOnlyList<RoleDefinition>>> RolesAsync(RoleDefinitionId? role, Place place, CancellationToken ct)
    {
        if (role is not { } id)
        {
            var all = await roles.ListAsync(place.Scope.System, ct);
            return new Outcome<IReadOnlyList<RoleDefinition>>.Done([.. all.Where(one => one.ProblemAt(place) is null)]);
        }

        return await roles.FindAsync(id, ct) switch
        {
            null => Refusals.UnknownRole,
            var one when one.ProblemAt(place) is { } problem => problem,
            var one => new Outcome<IReadOnlyList<RoleDefinition>>.Done([one]),
        };
    }

    private async Task<Outcome<IReadOnlyList<RoleSettings>>> ReadAsync(
        IReadOnlyList<RoleDefinition> wanted, Place place, Authority authority, DateTimeOffset now, CancellationToken ct)
    {
        var scope = place.Scope.PolicyScope;
        var changed = (await policies.ListAsync([scope], ct)).ToDictionary(policy => policy.Role);
        var lapsed = (await policies.LapsedAsync(now, ct)).Where(policy => policy.Scope == scope && policy.Activation.RequiresApproval)
            .Select(policy => policy.Role).ToHashSet();
        var people = await directory.FindManyAsync(
            [.. changed.Values.SelectMany(policy => policy.Activation.Approvers.Append(policy.ModifiedBy ?? default)).Distinct()], ct);
        var name = (await names.OfAsync([scope], ct)).GetValueOrDefault(scope);
        var (mayManage, contexts) = (authority.MayManageAt(place), Contexts());
        return new Outcome<IReadOnlyList<RoleSettings>>.Done(
        [
            .. wanted.Select(role => Of(role, changed.GetValueOrDefault(role.Id, RolePolicy.Default(role.Id, scope)), people) with
            {
                PlaceName = name,
                MayManage = mayManage,
                HasLapsed = lapsed.Contains(role.Id),
                Contexts = contexts,
            }),
        ]);
    }

    private IReadOnlyList<NamedContext> Contexts() =>
    [
        .. options.Contexts.OrderBy(context => context.Key.Length).ThenBy(context => context.Key, StringComparer.Ordinal)
            .Select(context => new NamedContext(context.Key, context.Value.Name)),
    ];

    private static RoleSettings Of(
        RoleDefinition role, RolePolicy policy, IReadOnlyDictionary<PrincipalId, Principal> people) => new(
            role, policy, [.. policy.Activation.Approvers.Where(people.ContainsKey).Select(id => people[id])],
            policy.ModifiedBy is { } by ? people.GetValueOrDefault(by) : null);
}
