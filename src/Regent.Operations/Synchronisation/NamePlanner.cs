using Regent.Core.Principals;

namespace Regent.Operations.Synchronisation;

/// <summary>
/// Sees to it that nobody gets a name that is somebody else's. Names move between people who are there; who is gone lets go of theirs, so
/// that whoever is called so next is never taken for them.
/// </summary>
internal static class NamePlanner
{
    /// <summary>Gives other names to those who are gone and whose name somebody has now.</summary>
    public static IReadOnlyList<SyncedPerson> Free(IReadOnlyList<SyncedPerson> people)
    {
        var wanted = people.Where(one => one is { IsGone: false, Plan.Person: not null }).Select(one => one.Plan.Person!.UserPrincipalName).ToHashSet();
        return [.. people.Select(one => one is { IsGone: true, Plan.Person: { UserPrincipalName: { } name } gone } && wanted.Contains(name)
            ? one with { Plan = one.Plan with { Person = gone with { UserPrincipalName = Freed(gone.Id, name) } } }
            : one)];
    }

    /// <summary>The people, with those refused whose name would be somebody else's.</summary>
    public static IReadOnlyList<SyncedPerson> Settle(IReadOnlyList<SyncedPerson> people, IReadOnlyList<Principal> owners)
    {
        while (Refused(people, owners) is { Count: > 0 } refused)
        {
            people = [.. people.Select(one => refused.TryGetValue(one, out var holder) ? one with { Plan = one.Plan.Refuse(Words(holder)) } : one)];
        }

        return people;
    }

    /// <summary>Those whose names others have until they got theirs, under names that nobody has.</summary>
    public static IReadOnlyList<Principal> OutOfTheWay(IReadOnlyList<SyncedPerson> people)
    {
        var wanted = people.Where(one => one.Plan is { Person: { } person, Known: var known } && known?.UserPrincipalName != person.UserPrincipalName)
            .Select(one => one.Plan.Person!.UserPrincipalName).ToHashSet();
        return
        [
            .. people.Select(one => one.Plan.Known).OfType<Principal>().Where(known => wanted.Contains(known.UserPrincipalName))
                .Select(known => known with { UserPrincipalName = Parsed($"{known.Id.Value:N}@moving.invalid") }),
        ];
    }

    // One that was refused keeps the name it has, which another one may have counted on: so it is looked at again.
    private static Dictionary<SyncedPerson, Principal> Refused(IReadOnlyList<SyncedPerson> people, IReadOnlyList<Principal> owners)
    {
        var changing = people.Where(one => one.Plan.Person is not null).ToList();
        var free = changing.Select(one => one.Plan.Known?.Id).OfType<PrincipalId>().ToHashSet();
        var holders = owners.Concat(people.Select(one => one.Plan.Known).OfType<Principal>()).DistinctBy(one => one.Id)
            .Where(one => !free.Contains(one.Id) && one.UserPrincipalName is not null).ToDictionary(one => one.UserPrincipalName!);
        var refused = new Dictionary<SyncedPerson, Principal>();
        foreach (var one in changing.OrderByDescending(one => one.Plan.Known?.UserPrincipalName == one.Plan.Person!.UserPrincipalName))
        {
            var person = one.Plan.Person!;
            if (!holders.TryAdd(person.UserPrincipalName!, person))
            {
                refused.Add(one, holders[person.UserPrincipalName!]);
            }
        }

        return refused;
    }

    private static UserPrincipalName Freed(PrincipalId id, UserPrincipalName name) =>
        UserPrincipalName.TryParse($"{id.Value:N}{name.Value}", out var freed) ? freed : Parsed($"{id.Value:N}@gone.invalid");

    private static UserPrincipalName Parsed(string text) =>
        UserPrincipalName.TryParse(text, out var name) ? name : throw new InvalidOperationException($"{text} is no name.");

    private static string Words(Principal holder) =>
        $"This userPrincipalName belongs to {holder.DisplayName} ({holder.Id}). Give one of them another name; who did not come from there "
        + "can be taken over with --adopt.";
}
