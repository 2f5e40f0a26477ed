using Regent.Core.Principals;

namespace Regent.Operations.Synchronisation;

/// <summary>
/// Finds out who comes into which group and who leaves. Only memberships of those who came from the source, in groups that came from it,
/// follow it; whoever is gone leaves all groups.
/// </summary>
internal sealed class MembershipPlanner(SyncFacts facts, IReadOnlyList<PlannedGroup> groups, IReadOnlyList<SyncedPerson> people)
{
    private readonly Dictionary<PrincipalId, List<Principal>> joins = [];
    private readonly Dictionary<PrincipalId, List<Principal>> leaves = [];
    private readonly List<Membership> nested = [];
    private readonly List<Membership> unnested = [];
    private readonly List<ImportLine> unfit = [];

    public SyncPlan Plan()
    {
        var ids = Ids();
        var before = Before();
        foreach (var group in groups.Where(group => group.Group is not null))
        {
            var wanted = group.Source.Members.Where(ids.ContainsKey).Select(key => ids[key]).ToHashSet();
            Compare(group.Group!, before[group.Group!.Id].ToHashSet(), wanted);
        }

        foreach (var (key, group) in facts.KnownGroups.Where(one => !facts.Reading.GroupsThere.ContainsKey(one.Key) || facts.IsOwn(one.Key)))
        {
            Compare(group, before[group.Id].ToHashSet(), []);
        }

        return new SyncPlan(groups, [.. People()]) { Nested = nested, Unnested = unnested, Unfit = unfit };
    }

    /// <summary>Who the keys of those are that can be members.</summary>
    private Dictionary<string, Principal> Ids()
    {
        var ids = facts.Known.Where(pair => !facts.IsGone(pair.Key) || facts.Reading.GroupsThere.ContainsKey(pair.Key)).ToDictionary();
        foreach (var one in people.Where(one => one is { IsGone: false, Plan.Person: not null }))
        {
            ids[one.Key] = one.Plan.Person!;
        }

        foreach (var group in groups.Where(group => group.Group is not null))
        {
            ids[group.Source.Key] = group.Group!;
        }

        return ids;
    }

    private ILookup<PrincipalId, Principal> Before() => facts.Known.Values
        .SelectMany(member => facts.GroupsOf[member.Id], (member, group) => (Group: group, Member: member))
        .ToLookup(one => one.Group, one => one.Member);

    private void Compare(Principal group, HashSet<Principal> before, HashSet<Principal> wanted)
    {
        var (had, has) = (before.Select(one => one.Id).ToHashSet(), wanted.Select(one => one.Id).ToHashSet());
        foreach (var member in wanted.Where(member => !had.Contains(member.Id) && member.Id != group.Id))
        {
            Join(group, member);
        }

        foreach (var member in before.Where(member => !has.Contains(member.Id)))
        {
            Leave(group, member);
        }
    }

    private void Join(Principal group, Principal member)
    {
        if (member.Kind == PrincipalKind.User)
        {
            Add(joins, member.Id, group);
        }
        else if (group.IsRoleAssignable)
        {
            unfit.Add(new ImportLine(
                0, $"{member.DisplayName} in {group.DisplayName}", ImportOutcome.LeftOut,
                "A group that can hold directory roles takes no groups. Add the people in it one by one."));
        }
        else
        {
            nested.Add(new Membership(group.Id, member.Id));
        }
    }

    private void Leave(Principal group, Principal member)
    {
        if (member.Kind == PrincipalKind.User)
        {
            Add(leaves, member.Id, group);
        }
        else
        {
            unnested.Add(new Membership(group.Id, member.Id));
        }
    }

    private IEnumerable<SyncedPerson> People()
    {
        foreach (var one in people)
        {
            yield return one.Plan.Person is { } person ? one with { Plan = WithGroups(one.Plan, person, one.IsGone) } : one;
        }

        var planned = people.Select(one => one.Key).ToHashSet();
        foreach (var (key, who) in facts.KnownPeople.Where(one => !planned.Contains(one.Key)))
        {
            if (joins.ContainsKey(who.Id) || leaves.ContainsKey(who.Id))
            {
                yield return new SyncedPerson(key, WithGroups(PersonPlanner.AsTheyAre(who), who, isGone: false));
            }
        }
    }

    private Principals.PlannedPerson WithGroups(Principals.PlannedPerson plan, Principal person, bool isGone) => plan with
    {
        Before = [.. facts.GroupsOf[person.Id]],
        Joins = isGone ? [] : joins.GetValueOrDefault(person.Id, []),
        Leaves = isGone ? [.. facts.GroupsOf[person.Id].Select(id => facts.Groups[id])] : leaves.GetValueOrDefault(person.Id, []),
    };

    private static void Add(Dictionary<PrincipalId, List<Principal>> all, PrincipalId member, Principal group)
    {
        if (!all.TryGetValue(member, out var some))
        {
            some = [];
            all.Add(member, some);
        }

        some.Add(group);
    }
}
