using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Ldap;

/// <summary>Groups in a directory.</summary>
internal sealed class LdapTarget : ITarget, IMayEndByItself, IDirectorySource
{
    private readonly LdapTargetOptions options;
    private readonly LdapLink link;
    private readonly LdapPeople people;
    private readonly LdapMembers members;
    private readonly LdapHolders holders;
    private readonly LdapGroups groups;
    private readonly LdapSource? source;

    public LdapTarget(LdapTargetOptions options, TimeProvider clock)
    {
        this.options = options;
        link = new LdapLink(options);
        people = new LdapPeople(link, options);
        var sight = new LdapSight(link, options);
        members = new LdapMembers(link, sight, options);
        holders = new LdapHolders(people, members, options);
        groups = new LdapGroups(link, members, sight, options, clock);
        source = options.Source is { } from ? new LdapSource(link, members, options, from) : null;
    }

    /// <summary>As it is set; a forest without memberships that end is told for nothing, and takes no harm.</summary>
    public bool EndsByItself => options.EndsByItself;

    public SourceRules? Rules => options.Source?.Rules;

    public Task<SourceReading> ReadAsync(SourceAsk ask, CancellationToken ct) =>
        source?.ReadAsync(ask, ct) ?? throw new InvalidOperationException("Nobody is taken over from this directory.");

    public Task<IReadOnlyList<TargetFinding>> CheckAsync(CancellationToken ct) => new LdapCheck(options).ExecuteAsync(ct);

    public Task<IReadOnlyList<TargetAnswer>> GrantAsync(IReadOnlyList<TargetGrant> grants, CancellationToken ct) =>
        new LdapBatch<TargetAnswer>([.. grants.Select(grant => grant.Holding)], TargetAnswer.UnknownEntitlement, trouble => trouble).AnswerAsync(
            accounts => people.FindAsync(accounts, toBeGiven: true, ct),
            (group, indexes, who) => GrantAsync(group, [.. indexes.Select(index => (who[grants[index].Holding.Account], grants[index].Until))], ct));

    public Task<IReadOnlyList<TargetAnswer>> RevokeAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) =>
        new LdapBatch<TargetAnswer>(holdings, _ => TargetAnswer.Done, trouble => trouble).AnswerAsync(
            accounts => people.FindAsync(accounts, toBeGiven: false, ct),
            (group, indexes, who) => RevokeAsync(group, [.. indexes.Select(index => holdings[index].Account)], who, ct));

    public Task<IReadOnlyList<Observation>> ObserveAsync(IReadOnlyList<Holding> holdings, CancellationToken ct) =>
        new LdapBatch<Observation>(holdings, _ => Observation.Absent, Observation.Unseen).AnswerAsync(
            accounts => people.FindAsync(accounts, toBeGiven: false, ct),
            (group, indexes, who) => ObserveAsync(group, [.. indexes.Select(index => holdings[index].Account)], who, ct));

    public async Task<TargetList> ListAsync(IReadOnlyCollection<string> entitlements, CancellationToken ct)
    {
        var holdings = new List<Holding>();
        var unknown = new List<string>();
        try
        {
            foreach (var group in entitlements)
            {
                var accounts = LdapNames.IsFit(group) ? await holders.AccountsInAsync(group, ct) : null;
                holdings.AddRange((accounts ?? []).Distinct(LdapNames.Same).Select(account => new Holding(account, group)));
                unknown.AddRange(accounts is null ? [group] : []);
            }
        }
        catch (LdapTrouble trouble)
        {
            return TargetList.Failed(trouble.Answer);
        }

        return new TargetList(holdings, unknown, Trouble: null);
    }

    public ValueTask DisposeAsync()
    {
        link.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<TargetAnswer>> GrantAsync(
        string group, IReadOnlyList<(LdapPerson Person, DateTimeOffset? Until)> asked, CancellationToken ct)
    {
        var fit = asked.Where(one => one.Person.Member is not null).Select(one => (one.Person.Member!, one.Until)).ToArray();
        var answers = new Queue<TargetAnswer>(fit.Length > 0 ? await groups.AddAsync(group, fit, ct) : []);
        return [.. asked.Select(one => one.Person.Trouble ?? answers.Dequeue())];
    }

    private async Task<IReadOnlyList<TargetAnswer>> RevokeAsync(
        string group, IReadOnlyList<string> accounts, IReadOnlyDictionary<string, LdapPerson> who, CancellationToken ct)
    {
        var found = await holders.MembersAsync(group, accounts, who, ct);
        var fit = accounts.Where(found.ContainsKey).Select(account => found[account]).ToArray();
        var answers = new Queue<TargetAnswer>(fit.Length > 0 ? await groups.RemoveAsync(group, fit, ct) : []);
        return [.. accounts.Select(account => found.ContainsKey(account) ? answers.Dequeue() : NotThere(who[account]) ?? TargetAnswer.Done)];
    }

    private async Task<IReadOnlyList<Observation>> ObserveAsync(
        string group, IReadOnlyList<string> accounts, IReadOnlyDictionary<string, LdapPerson> who, CancellationToken ct)
    {
        var found = await holders.MembersAsync(group, accounts, who, ct);
        var present = await members.AreInAsync(group, [.. found.Values.Select(member => member.Value).Distinct()], ct);
        return [.. accounts.Select(account => (found.GetValueOrDefault(account), NotThere(who[account])) switch
        {
            ({ } member, _) => present.Contains(member.Value) ? Observation.Held : Observation.Absent,
            (null, { } trouble) => Observation.Unseen(trouble),
            (null, null) => Observation.Absent,
        })];
    }

    // Nobody has nothing; somebody who cannot be told from others may have it.
    private static TargetAnswer? NotThere(LdapPerson person) => person.IsUnknown ? null : person.Trouble;
}
