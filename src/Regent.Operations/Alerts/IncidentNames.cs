using System.Diagnostics;
using Regent.Core.Alerts;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>Adds the names to what alerts found.</summary>
public sealed class IncidentNames(IDirectory directory, IRoleStore roles, PlaceNames places)
{
    public async Task<Page<ListedIncident>> OfAsync(Page<AlertIncident> found, CancellationToken ct)
    {
        var people = await directory.FindManyAsync([.. found.Items.Select(one => one.Assignee).OfType<PrincipalId>().Distinct()], ct);
        var named = (await roles.ListAsync(RoleSystem.Directory, ct)).ToDictionary(role => role.Id);
        var called = await places.OfAsync([.. found.Items.Select(one => About(one).Scope).Distinct()], ct);
        return new Page<ListedIncident>(
            [
                .. found.Items.Select(one => new ListedIncident(
                    one, one.Assignee is { } id ? people.GetValueOrDefault(id) : null, named[About(one).Role],
                    called.GetValueOrDefault(About(one).Scope))),
            ],
            found.Next);
    }

    private static HeldRole About(AlertIncident incident) => incident switch
    {
        AlertIncident.OfAssignment held => new HeldRole(held.Schedule.Role, held.Schedule.Scope),
        AlertIncident.OfActivations many => new HeldRole(many.First.Role, many.First.Scope),
        AlertIncident.OfRole unguarded => new HeldRole(unguarded.Role, Scope.Tenant),
        _ => throw new UnreachableException(),
    };
}
