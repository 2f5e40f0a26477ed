using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Scim;

/// <summary>The groups of an application that speaks SCIM 2.0.</summary>
internal sealed class ScimTarget : ITarget
{
    private readonly ScimClient client;
    private readonly ScimTargetOptions options;
    private readonly ScimNames users;
    private readonly ScimNames groupNames;
    private readonly ScimGroups groups;
    private readonly ScimMembers members;

    public ScimTarget(ScimTargetOptions options, TimeProvider clock)
    {
        this.options = options;
        client = new ScimClient(options, clock);
        users = new ScimNames(client, "Users", options.UsersBy);
        groupNames = new ScimNames(client, "Groups", options.GroupsBy);
        groups = new ScimGroups(client, options.Dialect, options.BatchSize);
        members = new ScimMembers(client, options.UsersBy);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    public Task<IReadOnlyList<TargetFinding>> CheckAsync(CancellationToken ct) => new ScimCheck(client, options).RunAsync(ct);

    public async Task<IReadOnlyList<TargetAnswer>> GrantAsync(IReadOnlyList<TargetGrant> grants, CancellationToken ct)
    {
        var places = await PlacesAsync([.. grants.Select(grant => grant.Holding)], namesById: false, ct);
        return await ChangeAsync([.. grants.Select(grant => grant.Holding)], places, adds: true, ct);
    }

    public async Task<IReadOnlyList<TargetAnswer>> RevokeAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        var places = await PlacesAsync(holdings, namesById: true, ct);
        return await ChangeAsync(
            holdings, [.. places.Select(place => place.IsNowhere ? place with { Answer = TargetAnswer.Done } : place)], adds: false, ct);
    }

    public async Task<IReadOnlyList<Observation>> ObserveAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        var places = await PlacesAsync(holdings, namesById: true, ct);
        var seen = new Dictionary<string, (ScimGroup? Group, ScimReply Reply)>(StringComparer.Ordinal);
        TargetAnswer? gone = null;
        foreach (var id in places.Select(place => place.Group).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            seen[id] = gone is null ? await groups.ReadAsync(id, ct) : (null, ScimReply.Failed(gone));
            gone ??= seen[id].Reply.Trouble is { Result: TargetResult.Unreachable } trouble ? trouble : null;
        }

        return [.. places.Select(place => place switch
        {
            { IsNowhere: true } => Observation.Absent,
            { Answer: { } trouble } => Observation.Unseen(trouble),
            _ => Seen(place.Member!, seen[place.Group!]),
        })];
    }

    public async Task<TargetList> ListAsync(IReadOnlyCollection<string> entitlements, CancellationToken ct)
    {
        var (found, unknown) = (new List<(string Entitlement, ScimGroup Group)>(), new List<string>());
        var ids = await groupNames.FindAsync(entitlements, ct);
        foreach (var entitlement in entitlements.Distinct(StringComparer.Ordinal))
        {
            if (ids[entitlement].Trouble is { } trouble)
            {
                return TargetList.Failed(trouble);
            }

            var (group, reply) = ids[entitlement].Id is { } id ? await groups.ReadAsync(id, ct) : (null, null);
            if (group is null && reply is { IsMissing: false, Trouble: { } why })
            {
                return TargetList.Failed(why);
            }

            if (group is null)
            {
                unknown.Add(entitlement);
                continue;
            }

            found.Add((entitlement, group));
        }

        return await members.NameAsync(found, unknown, ct);
    }

    private static Observation Seen(string member, (ScimGroup? Group, ScimReply Reply) read) => read switch
    {
        { Group: { } group } => group.Members.Contains(member) ? Observation.Held : Observation.Absent,
        { Reply.IsMissing: true } => Observation.Absent,
        _ => Observation.Unseen(read.Reply.Trouble!),
    };

    private async Task<IReadOnlyList<ScimPlace>> PlacesAsync(IReadOnlyList<Holding> holdings, bool namesById, CancellationToken ct)
    {
        if (holdings.Count == 0)
        {
            return [];
        }

        var entitlements = await groupNames.FindAsync([.. holdings.Select(one => one.Entitlement)], ct);
        var accounts = entitlements.Values.FirstOrDefault(one => one.Trouble?.Result == TargetResult.Unreachable) is { } gone
            ? holdings.Select(one => one.Account).Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => gone)
            : await users.FindAsync([.. holdings.Select(one => one.Account)], ct);
        return [.. holdings.Select(one => ScimPlace.Of(
            one, namesById ? ScimMembers.OrById(one.Account, accounts[one.Account]) : accounts[one.Account], entitlements[one.Entitlement]))];
    }

    private async Task<IReadOnlyList<TargetAnswer>> ChangeAsync(
        IReadOnlyList<Holding> holdings, IReadOnlyList<ScimPlace> places, bool adds, CancellationToken ct)
    {
        var answers = places.Select(place => place.Answer).ToArray();
        TargetAnswer? gone = null;
        foreach (var group in Enumerable.Range(0, places.Count).Where(index => answers[index] is null).GroupBy(index => places[index].Group!).ToList())
        {
            var change = new ScimChange([.. group.Select(index => places[index].Member!)], adds);
            var changed = gone is null ? await groups.ChangeAsync(group.Key, change, ct) : null;
            foreach (var index in group)
            {
                answers[index] = gone ?? changed?[places[index].Member!] ?? Missing(holdings[index], adds);
            }

            gone ??= answers.FirstOrDefault(answer => answer?.Result == TargetResult.Unreachable);
        }

        return [.. answers.Select(answer => answer!)];
    }

    private static TargetAnswer Missing(Holding holding, bool adds) =>
        adds ? TargetAnswer.UnknownEntitlement(holding.Entitlement) : TargetAnswer.Done;
}
