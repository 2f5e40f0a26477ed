using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Principals;

namespace Regent.Operations.Synchronisation;

/// <summary>Finds out what a run would make of the people there, and of those who are there no more; memberships aside.</summary>
internal static class PersonPlanner
{
    public static IReadOnlyList<SyncedPerson> Plan(SyncFacts facts, DateTimeOffset now)
    {
        var read = facts.Reading.People.Select(person => person.Key).ToHashSet();
        return
        [
            .. facts.Reading.People.Where(person => !facts.IsGone(person.Key)).Select(person => Read(person, facts, now)),
            .. facts.KnownPeople.Where(one => !read.Contains(one.Key) || facts.IsGone(one.Key)).Select(one => Unread(one.Key, one.Who, facts))
                .Where(one => one.Plan.IsDifferent || one.IsGone),
        ];
    }

    /// <summary>Somebody of whom nothing was read, as they are.</summary>
    public static PlannedPerson AsTheyAre(Principal who) =>
        new(new PersonRow(0) { UserPrincipalName = who.UserPrincipalName?.Value }) { Known = who, Person = who };

    private static SyncedPerson Read(SourcePerson source, SyncFacts facts, DateTimeOffset now)
    {
        // What the entry does not say is not so, as in a column that is there and empty.
        var row = new PersonRow(0)
        {
            UserPrincipalName = source.UserPrincipalName,
            DisplayName = source.DisplayName,
            Mail = source.Mail ?? "",
            JobTitle = source.JobTitle ?? "",
            Department = source.Department ?? "",
            AccountEnabled = facts.Reading.PeopleThere[source.Key].ToString(),
        };
        var known = facts.Known.GetValueOrDefault(source.Key);
        var plan = new PlannedPerson(row) { Known = known };
        return new SyncedPerson(source.Key, PersonReader.ProblemOf(row) is { } problem
            ? plan.Refuse(problem)
            : plan with { Person = PersonReader.Read(row, known, now) });
    }

    private static SyncedPerson Unread(string key, Principal who, SyncFacts facts) => new(
        key,
        AsTheyAre(who) with { Person = who with { IsEnabled = facts.Reading.PeopleThere.GetValueOrDefault(key) } },
        IsGone: facts.IsGone(key));
}
