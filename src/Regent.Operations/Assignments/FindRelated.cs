using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Assignments;

/// <summary>Looks up what schedules and requests refer to, for whoever sees those. Of schedules only what is not over.</summary>
public sealed class FindRelated(
    IScheduleStore schedules, IRequestStore requests, IDirectory directory, IScopeStore scopes, Tenant organisation,
    TimeProvider clock)
{
    /// <param name="ids">The schedules referred to.</param>
    /// <param name="places">The scopes referred to.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Related> ExecuteAsync(IReadOnlyCollection<ScheduleId> ids, IReadOnlyCollection<Scope> places, CancellationToken ct)
    {
        PrincipalId[] groups = [.. places.Select(place => place.Group).OfType<PrincipalId>().Distinct()];
        Scope[] nodes = [.. places.Where(place => place.Kind is not (ScopeKind.Tenant or ScopeKind.Group)).Distinct()];
        var nothing = new Related(organisation);
        return new Related(organisation)
        {
            Schedules = ids.Count == 0 ? nothing.Schedules : await SchedulesAsync(ids, ct),
            Groups = groups.Length == 0 ? nothing.Groups : await directory.FindManyAsync(groups, ct),
            Nodes = nodes.Length == 0 ? nothing.Nodes : await scopes.FindManyAsync(nodes, ct),
        };
    }

    private async Task<IReadOnlyDictionary<ScheduleId, SeenSchedule>> SchedulesAsync(IReadOnlyCollection<ScheduleId> ids, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await schedules.FindListingsAsync(ids, ct);
        var made = await requests.FindMadeAsync(ids, ct);
        return found.Where(one => one.Schedule.IsOpenAt(now)).ToDictionary(
            one => one.Schedule.Id, one => new SeenSchedule(one, IsThroughGroup: false, made.Contains(one.Schedule.Id))
            {
                IsPlanned = one.Schedule.Period.Start > now,
            });
    }
}
