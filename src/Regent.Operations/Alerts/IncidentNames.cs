using Regent.Core.Alerts;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>Adds the names to what alerts found.</summary>
public sealed class IncidentNames(IDirectory directory, IRoleStore roles, PlaceNames places, ITargetStore targets)
{
    public async Task<Page<ListedIncident>> OfAsync(Page<AlertIncident> found, CancellationToken ct)
    {
        var people = await directory.FindManyAsync([.. found.Items.Select(one => one.Assignee).OfType<PrincipalId>().Distinct()], ct);
        var named = (await roles.ListAsync(RoleSystem.Directory, ct)).ToDictionary(role => role.Id);
        var called = await places.OfAsync([.. found.Items.Select(About).OfType<HeldRole>().Select(one => one.Scope).Distinct()], ct);
        var systems = found.Items.Any(one => one.Target is not null)
            ? (await targets.ListAsync(ct)).ToDictionary(target => target.Id, target => target.Name)
            : [];
        return new Page<ListedIncident>([.. found.Items.Select(Named)], found.Next);

        ListedIncident Named(AlertIncident one)
        {
            var (about, who) = (About(one), one.Assignee is { } id ? people.GetValueOrDefault(id) : null);
            return new ListedIncident(one, who, about is null ? null : named[about.Role], about is null ? null : called.GetValueOrDefault(about.Scope))
            {
                TargetName = one.Target is { } target ? systems.GetValueOrDefault(target) : null,
            };
        }
    }

    private static HeldRole? About(AlertIncident incident) => incident switch
    {
        AlertIncident.OfAssignment held => new HeldRole(held.Schedule.Role, held.Schedule.Scope),
        AlertIncident.OfActivations many => new HeldRole(many.First.Role, many.First.Scope),
        AlertIncident.OfRole unguarded => new HeldRole(unguarded.Role, Scope.Tenant),
        _ => null,
    };
}
