using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Azure;

/// <summary>Roles at scopes of Azure Resource Manager.</summary>
internal sealed class AzureTarget : ITarget, IMayEndByItself
{
    /// <summary>So much later than by the ledger access ends there, so that nothing is cut that is still covered.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    private readonly TenantLink link;
    private readonly TenantGraph graph;
    private readonly TenantPeople people;
    private readonly AzurePlaces places;
    private readonly IAzureAccess access;
    private readonly AzureTargetOptions options;

    /// <param name="options">How it is reached.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="way">The way there; null is by connections of its own.</param>
    public AzureTarget(AzureTargetOptions options, TimeProvider clock, HttpMessageHandler? way = null)
    {
        this.options = options;
        link = new TenantLink(options.Tenant, clock, way);
        graph = new TenantGraph(link);
        people = new TenantPeople(graph, options.Tenant.AccountsAreIds);
        var arm = new AzureArm(link, options.Address);
        places = new AzurePlaces(new AzureRoles(arm), people);
        access = options.IsTimeBound ? new AzureSchedules(arm, clock) : new AzureAssignments(arm, clock);
    }

    public bool EndsByItself => options.IsTimeBound;

    public ValueTask DisposeAsync()
    {
        graph.Dispose();
        link.Dispose();
        return ValueTask.CompletedTask;
    }

    public Task<IReadOnlyList<TargetFinding>> CheckAsync(CancellationToken ct) => new AzureCheck(places, people, access, link, options).RunAsync(ct);

    public async Task<IReadOnlyList<TargetAnswer>> GrantAsync(IReadOnlyList<TargetGrant> grants, CancellationToken ct)
    {
        var found = await places.FindAsync([.. grants.Select(grant => grant.Holding)], ct);
        var gifts = found.Zip(grants, (place, grant) => new AzureGift(place, grant.Until + Later)).Where(gift => gift.Place.Answer is null)
            .GroupBy(gift => gift.Place.Key).Select(same => same.Last()).ToList();
        return Answers(found, gifts.Select(gift => gift.Place), await TenantLink.EachAsync(gifts, access.GiveAsync, ct));
    }

    public async Task<IReadOnlyList<TargetAnswer>> RevokeAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        var found = (await places.FindAsync(holdings, ct)).Select(place => place.IsNowhere ? place with { Answer = TargetAnswer.Done } : place).ToList();
        var taken = found.Where(place => place.Answer is null).DistinctBy(place => place.Key).ToList();
        return Answers(found, taken, await TenantLink.EachAsync(taken, access.TakeAsync, ct));
    }

    public async Task<IReadOnlyList<Observation>> ObserveAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        var found = await places.FindAsync(holdings, ct);
        var seen = await ReadAsync(found, ct);
        return [.. found.Select(place => place switch
        {
            { IsNowhere: true } => Observation.Absent,
            { Answer: { } trouble } => Observation.Unseen(trouble),
            _ => Seen(place, seen[place.Scope]),
        })];
    }

    public async Task<TargetList> ListAsync(IReadOnlyCollection<string> entitlements, CancellationToken ct)
    {
        // Whoever it is about: the place is looked for, not the person.
        var found = await places.FindAsync(
            [.. entitlements.Distinct(StringComparer.OrdinalIgnoreCase).Select(one => new Holding($"{Guid.Empty}", one))], ct);
        var seen = await ReadAsync(found, ct, everybody: true);
        var trouble = found.Where(place => !place.IsNowhere).Select(place => place.Answer ?? (seen[place.Scope].IsMissing ? null : seen[place.Scope].Trouble));
        if (trouble.FirstOrDefault(one => one is not null) is { } why)
        {
            return TargetList.Failed(why);
        }

        var known = found.Where(place => place.Answer is null && seen[place.Scope].Trouble is null).ToList();
        var all = known.SelectMany(place => seen[place.Scope].Value!.Where(holder => holder.IsAt(place)), (place, holder) =>
            (place.Holding.Entitlement, holder.Principal)).Distinct().ToList();
        var names = await people.NamesAsync(all.Select(one => one.Principal), ct);
        return names.Value is { } called
            ? new TargetList(
                [.. all.Select(one => new Holding(called[one.Principal], one.Entitlement))],
                [.. found.Except(known).Select(place => place.Holding.Entitlement)],
                Trouble: null)
            : TargetList.Failed(names.Trouble!);
    }

    // One list for each scope: Azure has no more than a few thousand assignments in a subscription.
    private async Task<Dictionary<string, TenantReply<IReadOnlyList<AzureHolder>>>> ReadAsync(
        IReadOnlyList<AzurePlace> found, CancellationToken ct, bool everybody = false)
    {
        var asked = found.Where(place => place.Answer is null).GroupBy(place => place.Scope, StringComparer.OrdinalIgnoreCase)
            .Select(same => (Scope: same.Key, Principals: same.Select(place => place.Principal).Distinct().ToList())).ToList();
        var replies = await TenantLink.EachAsync(
            asked, (one, token) => access.HoldersAsync(one.Scope, !everybody && one.Principals is [var only] ? only : null, token), ct);
        return asked.Zip(replies).ToDictionary(pair => pair.First.Scope, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
    }

    private static Observation Seen(AzurePlace place, TenantReply<IReadOnlyList<AzureHolder>> reply) => reply switch
    {
        { Value: { } holders } => holders.Any(holder => holder.Is(place)) ? Observation.Held : Observation.Absent,
        { IsMissing: true } => Observation.Absent,
        _ => Observation.Unseen(reply.Trouble!),
    };

    private static IReadOnlyList<TargetAnswer> Answers(
        IReadOnlyList<AzurePlace> found, IEnumerable<AzurePlace> asked, IReadOnlyList<TenantReply<TargetAnswer>> replies)
    {
        var byKey = asked.Zip(replies).ToDictionary(pair => pair.First.Key, pair => pair.Second.Trouble ?? pair.Second.Value!);
        return [.. found.Select(place => place.Answer ?? byKey[place.Key])];
    }
}
