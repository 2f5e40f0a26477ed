using Regent.Core.Alerts;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Alerts;

/// <summary>Asks what an alert finds at this moment. An alert that is switched off finds nothing.</summary>
public sealed class AlertFinder(IAlertFacts facts, IScheduleStore schedules, IDirectory directory, IPolicyStore policies, TargetTroubles troubles)
{
    /// <summary>How much it finds.</summary>
    public async Task<AlertCount> CountAsync(AlertConfiguration configuration, DateTimeOffset now, CancellationToken ct)
    {
        if (HeldIn(configuration, now) is not { } held)
        {
            return AlertCount.Of(await FewAsync(configuration, now, ct));
        }

        var found = await facts.CountAsync(held, ct);
        return new AlertCount(found.Count, found.Latest + (now - held.Limit));
    }

    /// <summary>A stretch of what it finds.</summary>
    public async Task<Page<AlertIncident>> ListAsync(AlertConfiguration configuration, PageAsk page, DateTimeOffset now, CancellationToken ct)
    {
        if (HeldIn(configuration, now) is not { } held)
        {
            return Cut(await FewAsync(configuration, now, ct), page);
        }

        var found = await facts.ListAsync(held, page, ct);
        return new Page<AlertIncident>([.. found.Items.Select(one => Incident(one, held))], found.Next);
    }

    /// <summary>One thing it finds; null when it does not, or no longer.</summary>
    public async Task<AlertIncident?> FindAsync(AlertConfiguration configuration, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        if (HeldIn(configuration, now) is not { } held)
        {
            return (await FewAsync(configuration, now, ct)).FirstOrDefault(incident => incident.Id == id);
        }

        var found = await facts.ListAsync(held with { Id = new ScheduleId(id) }, new PageAsk(size: 1), ct);
        return found.Items is [var one] ? Incident(one, held) : null;
    }

    private static AlertIncident Incident(IdleRole one, HeldQuery held) => one.Incident(held.Now - held.Limit);

    /// <summary>What the database finds among what people have, however much that is; null for alerts that find few things.</summary>
    private static HeldQuery? HeldIn(AlertConfiguration configuration, DateTimeOffset now) => configuration switch
    {
        { IsEnabled: false } => null,
        { Kind: AlertKind.RedundantAssignment } => new HeldQuery(HeldProblem.NotActivated, now, now - configuration.Allowed()),
        { Kind: AlertKind.StaleSignIn } => new HeldQuery(HeldProblem.NotSignedIn, now, now - configuration.Allowed()),
        { Kind: AlertKind.RolesAssignedOutsidePim } => new HeldQuery(HeldProblem.NotRequested, now, now),
        _ => null,
    };

    private async Task<IReadOnlyList<AlertIncident>> FewAsync(AlertConfiguration configuration, DateTimeOffset now, CancellationToken ct) =>
        configuration switch
        {
            { IsEnabled: false } => [],
            { Kind: AlertKind.TooManyGlobalAdminsAssignedToTenant } => (await AdministratorsAsync(now, ct)).TooMany(configuration),
            { Kind: AlertKind.NoMfaOnRoleActivation } =>
                UnguardedRoles.Find(await facts.ActivatableRolesAsync(now, ct), await policies.ListAsync([Scope.Tenant], ct)),
            { Kind: AlertKind.SequentialActivationRenewals } => ActivationSequences.Find(
                await facts.RepeatedActivationsAsync(
                    configuration[AlertThreshold.Activations], now - ActivationSequences.Lookback, now, ct),
                configuration),
            _ => await troubles.FindAsync(configuration, now, ct),
        };

    private async Task<GlobalAdministrators> AdministratorsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var held = (await schedules.InForceAtAsync([DirectoryRoles.GlobalAdministrator], [Scope.Tenant], now, ct))
            .Where(one => one.Type == AssignmentType.Assigned).OrderBy(one => one.Id.Value).ToList();
        var people = await directory.EnabledUsersInAsync([.. held.Select(one => one.Principal).Distinct()], now, ct);
        return new GlobalAdministrators(
            held, people.Count,
            await GivenAsync(ScheduleKind.Eligibility, now, ct) + await GivenAsync(ScheduleKind.Assignment, now, ct));
    }

    private Task<int> GivenAsync(ScheduleKind kind, DateTimeOffset now, CancellationToken ct) => schedules.CountAsync(
        new ScheduleQuery(kind, ScheduleView.InForce, now) { System = RoleSystem.Directory, Type = AssignmentType.Assigned }, ct);

    private static Page<AlertIncident> Cut(IReadOnlyList<AlertIncident> all, PageAsk page)
    {
        var begin = page.After is null ? 0 : all.Index().FirstOrDefault(one => one.Item.Id.ToString("N") == page.After, (-1, null!)).Index + 1;
        begin += page.Skip;
        var items = all.Skip(begin).Take(page.Size).ToList();
        return new Page<AlertIncident>(items, begin + items.Count < all.Count ? items[^1].Id.ToString("N") : null);
    }
}
