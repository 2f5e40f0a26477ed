using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>What a role demands of those who give it at a place, for those who may.</summary>
public sealed class GetAssignmentSettings(AdministeredPlaces places, IPolicyStore policies, TimeProvider clock)
{
    public async Task<Outcome<RolePolicy>> ExecuteAsync(Caller caller, RoleDefinitionId role, Scope scope, CancellationToken ct)
    {
        var place = await places.ForAsync(caller, role, scope, clock.GetUtcNow(), ct);
        return await place.ThenAsync(found => policies.GetAsync(role, found.Scope, ct));
    }
}
