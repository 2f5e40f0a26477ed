using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Policies;

/// <summary>An administrator gives a role back the settings it had before anybody changed them.</summary>
public sealed class ResetRoleSettings(IUnitOfWork unit, IPolicyStore policies, AdministeredPlaces places, ChangeRoleSettings change, TimeProvider clock)
{
    /// <summary>Whether there was anything to give back.</summary>
    public Task<Outcome<bool>> ExecuteAsync(Caller caller, RoleDefinitionId role, Scope scope, CancellationToken ct) => unit.RunAsync(
        async token => await (await places.ForAsync(caller, role, scope, clock.GetUtcNow(), token)).ThenAsync<Place, bool>(async place =>
        {
            var now = await policies.GetAsync(role, place.Scope, token);
            var original = RolePolicy.Default(role, place.Scope) with { Version = now.Version };
            return IsSame(now, original)
                ? false
                : await (await change.ExecuteAsync(caller, original, token)).ThenAsync(_ => Task.FromResult(true));
        }),
        ct);

    private static bool IsSame(RolePolicy one, RolePolicy other) => PolicyFacts.Changed(one, other).Count == 0;
}
