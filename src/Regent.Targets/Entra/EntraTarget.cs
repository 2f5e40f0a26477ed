using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Entra;

/// <summary>The directory roles of a tenant of Microsoft Entra.</summary>
internal sealed class EntraTarget : ITarget, IMayEndByItself
{
    /// <summary>So much later than by the ledger access ends there, so that nothing is cut that is still covered.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    private readonly TenantLink link;
    private readonly TenantGraph graph;
    private readonly TenantPeople people;
    private readonly EntraPlaces places;
    private readonly IEntraAccess access;
    private readonly EntraTargetOptions options;

    /// <param name="options">How it is reached.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="way">The way there; null is by connections of its own.</param>
    public EntraTarget(EntraTargetOptions options, TimeProvider clock, HttpMessageHandler? way = null)
    {
        this.options = options;
        link = new TenantLink(options.Tenant, clock, way);
        graph = new TenantGraph(link);
        people = new TenantPeople(graph, options.Tenant.AccountsAreIds);
        places = new EntraPlaces(graph, people);
        access = options.IsTimeBound ? new EntraSchedules(new EntraInstances(graph), new EntraBatch(graph, link), clock) : new EntraAssignments(graph);
    }

    public bool EndsByItself => options.IsTimeBound;

    public ValueTask DisposeAsync()
    {
        graph.Dispose();
        link.Dispose();
        return ValueTask.CompletedTask;
    }

    public Task<IReadOnlyList<TargetFinding>> CheckAsync(CancellationToken ct) => new EntraCheck(graph, people, access, options).RunAsync(ct);

    public async Task<IReadOnlyList<TargetAnswer>> GrantAsync(IReadOnlyList<TargetGrant> grants, CancellationToken ct)
    {
        var found = await places.FindAsync([.. grants.Select(grant => grant.Holding)], ct);
        var gifts = found.Zip(grants, (place, grant) => new EntraGift(place, grant.Until + Later)).Where(gift => gift.Place.Answer is null)
            .GroupBy(gift => Key(gift.Place)).Select(same => same.Last()).ToList();
        return Answers(found, gifts.Select(gift => gift.Place), await access.GiveAsync(gifts, ct));
    }

    public async Task<IReadOnlyList<TargetAnswer>> RevokeAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        var found = (await places.FindAsync(holdings, ct)).Select(place => place.IsNowhere ? place with { Answer = TargetAnswer.Done } : place).ToList();
        var taken = found.Where(place => place.Answer is null).DistinctBy(Key).ToList();
        return Answers(found, taken, await access.TakeAsync(taken, ct));
    }

    public async Task<IReadOnlyList<Observation>> ObserveAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        var found = await places.FindAsync(holdings, ct);
        var asked = found.Where(place => place.Answer is null).GroupBy(place => place.Role)
            .Select(same => (Role: same.Key, Principals: same.Select(place => place.Principal).Distinct().ToList())).ToList();
        var replies = await TenantLink.EachAsync(
            asked, (one, token) => access.HoldersAsync(one.Role, one.Principals is [var only] ? only : null, token), ct);
        var seen = asked.Zip(replies).ToDictionary(pair => pair.First.Role, pair => pair.Second);
        return [.. found.Select(place => place switch
        {
            { IsNowhere: true } => Observation.Absent,
            { Answer: { } trouble } => Observation.Unseen(trouble),
            _ => Seen(place, seen[place.Role]),
        })];
    }

    public async Task<TargetList> ListAsync(IReadOnlyCollection<string> entitlements, CancellationToken ct)
    {
        string[] asked = [.. entitlements.Distinct(StringComparer.OrdinalIgnoreCase)];
        if (asked is [])
        {
            return new TargetList([], [], Trouble: null);
        }

        // Whoever it is about: the place is looked for, not the person.
        var found = await places.FindAsync([.. asked.Select(one => new Holding($"{Guid.Empty}", one))], ct);
        var known = found.Where(place => place.Answer is null).ToList();
        var roles = known.Select(place => place.Role).Distinct().ToList();
        var replies = await TenantLink.EachAsync(roles, (role, token) => access.HoldersAsync(role, principal: null, token), ct);
        if (found.Where(place => !place.IsNowhere).Select(place => place.Answer).Concat(replies.Select(reply => reply.Trouble))
            .FirstOrDefault(trouble => trouble is not null) is { } why)
        {
            return TargetList.Failed(why);
        }

        var holders = roles.Zip(replies).ToDictionary(pair => pair.First, pair => pair.Second.Value!);
        var all = known.SelectMany(place => holders[place.Role].Where(holder => holder.Is(place with { Principal = holder.Principal })), (place, holder) =>
            (place.Holding.Entitlement, holder.Principal)).Distinct().ToList();
        var names = await people.NamesAsync(all.Select(one => one.Principal), ct);
        return names.Value is { } called
            ? new TargetList(
                [.. all.Select(one => new Holding(called[one.Principal], one.Entitlement))],
                [.. found.Where(place => place.IsNowhere).Select(place => place.Holding.Entitlement)],
                Trouble: null)
            : TargetList.Failed(names.Trouble!);
    }

    private static Observation Seen(EntraPlace place, TenantReply<IReadOnlyList<EntraHolder>> reply) => reply.Value is { } holders
        ? holders.Any(holder => holder.Is(place)) ? Observation.Held : Observation.Absent
        : Observation.Unseen(reply.Trouble!);

    private static IReadOnlyList<TargetAnswer> Answers(
        IReadOnlyList<EntraPlace> found, IEnumerable<EntraPlace> asked, IReadOnlyList<TargetAnswer> answers)
    {
        var byKey = asked.Zip(answers).ToDictionary(pair => Key(pair.First), pair => pair.Second);
        return [.. found.Select(place => place.Answer ?? byKey[Key(place)])];
    }

    private static (string Principal, string Role, string Scope) Key(EntraPlace place) =>
        (place.Principal, place.Role, place.Scope.ToUpperInvariant());
}
