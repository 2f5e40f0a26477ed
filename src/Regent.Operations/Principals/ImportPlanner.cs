using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>Finds out what a file of people would bring about. Changes nothing.</summary>
public sealed class ImportPlanner(IDirectory directory)
{
    /// <summary>One plan per line, in the order of the file.</summary>
    public async Task<IReadOnlyList<PlannedPerson>> PlanAsync(IReadOnlyList<PersonRow> rows, DateTimeOffset now, CancellationToken ct)
    {
        var sound = rows.Where(row => PersonReader.ProblemOf(row) is null).ToList();
        var byId = await directory.FindManyAsync([.. sound.Select(PersonReader.IdOf).OfType<PrincipalId>()], ct);
        var byName = (await directory.FindUsersAsync([.. sound.Select(NameOf).OfType<UserPrincipalName>()], ct))
            .ToDictionary(person => person.UserPrincipalName!);
        var seen = new SeenPeople();
        var people = rows.Select(row => PersonReader.ProblemOf(row) is { } problem
            ? new PlannedPerson(row).Refuse(problem)
            : seen.RefuseAgain(Describe(
                row, PersonReader.IdOf(row) is { } id ? byId.GetValueOrDefault(id) : null, byName.GetValueOrDefault(NameOf(row)!), now)));
        return await WithGroupsAsync([.. people], now, ct);
    }

    private static PlannedPerson Describe(PersonRow row, Principal? byId, Principal? byName, DateTimeOffset now)
    {
        var known = byId ?? byName;
        return PersonReader.ConflictOf(row, byId, byName) is { } conflict
            ? new PlannedPerson(row).Refuse(conflict)
            : new PlannedPerson(row) { Known = known, Person = PersonReader.Read(row, known, now) };
    }

    private static UserPrincipalName? NameOf(PersonRow row) =>
        UserPrincipalName.TryParse(row.UserPrincipalName, out var name) ? name : null;

    private async Task<IReadOnlyList<PlannedPerson>> WithGroupsAsync(
        IReadOnlyList<PlannedPerson> people, DateTimeOffset now, CancellationToken ct)
    {
        var groups = await FindGroupsAsync(people, now, ct);
        var speaking = people.Where(one => one.Row.MemberOf is not null).Select(one => one.Known?.Id).OfType<PrincipalId>();
        var memberships = (await directory.MembershipsOfAsync([.. speaking], ct)).ToLookup(one => one.Member, one => one.Group);
        var known = await directory.FindManyAsync([.. memberships.SelectMany(group => group).Distinct()], ct);
        return
        [
            .. people.Select(one => one.Person is null || PersonReader.GroupsOf(one.Row) is not { } names
                ? one
                : WithGroups(one, names, groups, one.Known is null ? [] : [.. memberships[one.Known.Id].Select(id => known[id])])),
        ];
    }

    private static PlannedPerson WithGroups(
        PlannedPerson one, IReadOnlyList<string> names, Dictionary<string, IReadOnlyList<Principal>> groups, IReadOnlyList<Principal> before)
    {
        if (names.FirstOrDefault(name => groups[name].Count > 1) is { } ambiguous)
        {
            return one.Refuse($"There are several groups called {ambiguous}. Give them different names first.");
        }

        var wanted = names.Select(name => groups[name][0]).ToList();
        return one with
        {
            Before = [.. before.Select(group => group.Id)],
            Joins = [.. wanted.ExceptBy(before.Select(group => group.Id), group => group.Id)],
            Leaves = [.. before.ExceptBy(wanted.Select(group => group.Id), group => group.Id)],
        };
    }

    /// <summary>The groups that are named; one that is not there yet is made up, and written when somebody joins it.</summary>
    private async Task<Dictionary<string, IReadOnlyList<Principal>>> FindGroupsAsync(
        IReadOnlyList<PlannedPerson> people, DateTimeOffset now, CancellationToken ct)
    {
        var found = new Dictionary<string, IReadOnlyList<Principal>>(StringComparer.OrdinalIgnoreCase);
        var names = people.Where(one => one.Person is not null).SelectMany(one => PersonReader.GroupsOf(one.Row) ?? []);
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var groups = await directory.FindGroupsAsync(name, ct);
            found[name] = groups.Count > 0 ? groups : [new Principal(PrincipalId.At(now), PrincipalKind.Group, name) { IsRoleAssignable = true }];
        }

        return found;
    }
}
