using Regent.Core.Principals;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Operations.Synchronisation;

/// <summary>Fetches what a run is planned from.</summary>
public sealed class SyncReader(IDirectory directory, IOriginStore origins, ITargetStore targets)
{
    internal async Task<SyncFacts> ReadAsync(Target target, SourceReading reading, bool adopts, CancellationToken ct)
    {
        var noted = (await origins.ListAsync(target.Id, ct)).ToDictionary(origin => origin.Key, origin => origin.Principal);
        var principals = await directory.FindManyAsync(noted.Values, ct);
        var known = noted.Where(pair => principals.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => principals[pair.Value]);
        var owners = await directory.FindUsersAsync([.. reading.People.Select(NameOf).OfType<UserPrincipalName>().Distinct()], ct);
        var namesakes = await NamesakesAsync(reading, known, ct);
        if (adopts)
        {
            await AdoptAsync(reading, known, owners, namesakes, ct);
        }

        var memberships = await directory.MembershipsOfAsync([.. known.Values.Select(one => one.Id).Distinct()], ct);
        return new SyncFacts(reading, known)
        {
            Noted = noted.Keys.ToHashSet(),
            Owners = owners,
            Namesakes = namesakes,
            GroupsOf = memberships.ToLookup(one => one.Member, one => one.Group),
            Groups = await directory.FindManyAsync([.. memberships.Select(one => one.Group).Distinct()], ct),
            Entitlements = (await targets.MappingsAsync(target.Id, ct)).SelectMany(mapping => mapping.Entitlements)
                .ToHashSet(StringComparer.OrdinalIgnoreCase),
        };
    }

    private static UserPrincipalName? NameOf(SourcePerson person) =>
        UserPrincipalName.TryParse(person.UserPrincipalName, out var name) ? name : null;

    private async Task<IReadOnlyList<Principal>> NamesakesAsync(
        SourceReading reading, Dictionary<string, Principal> known, CancellationToken ct)
    {
        var found = new List<Principal>();
        var names = reading.Groups.Where(group => !known.ContainsKey(group.Key)).Select(group => group.DisplayName);
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            found.AddRange(await directory.FindGroupsAsync(name, ct));
        }

        return found;
    }

    // Only who came from nowhere can be taken over: nobody is of two sources.
    private async Task AdoptAsync(
        SourceReading reading, Dictionary<string, Principal> known, IReadOnlyList<Principal> owners, IReadOnlyList<Principal> namesakes,
        CancellationToken ct)
    {
        var taken = (await origins.OfAsync([.. owners.Concat(namesakes).Select(one => one.Id)], ct)).Select(origin => origin.Principal).ToHashSet();
        foreach (var person in reading.People.Where(person => !known.ContainsKey(person.Key)))
        {
            if (owners.FirstOrDefault(owner => owner.UserPrincipalName!.Equals(NameOf(person))) is { } owner && taken.Add(owner.Id))
            {
                known[person.Key] = owner;
            }
        }

        foreach (var group in reading.Groups.Where(group => !known.ContainsKey(group.Key)))
        {
            var called = namesakes.Where(one => string.Equals(one.DisplayName, group.DisplayName, StringComparison.OrdinalIgnoreCase)).ToList();
            if (called is [var only] && taken.Add(only.Id))
            {
                known[group.Key] = only;
            }
        }
    }
}
