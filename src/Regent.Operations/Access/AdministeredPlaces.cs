using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>Lets administrators, and only them, to what is held at a place.</summary>
public sealed class AdministeredPlaces(IRoleStore roles, Places places, Authorities authorities)
{
    /// <summary>The place, where the role is known, can be held there, and the caller manages it; else why not.</summary>
    public async Task<Outcome<Place>> ForAsync(Caller caller, RoleDefinitionId role, Scope scope, DateTimeOffset now, CancellationToken ct)
    {
        if (await roles.FindAsync(role, ct) is not { } definition)
        {
            return Refusals.UnknownRole;
        }

        var found = await places.ForAsync(definition, scope, ct);
        return (await authorities.OfAsync(caller, now, ct)).RefusalAt(found, scope) is { } refusal ? refusal : found;
    }
}
