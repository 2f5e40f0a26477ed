using Regent.Core.Principals;
using Regent.Core.Targets;

namespace Regent.Drill.Asking;

/// <summary>
/// Everybody and everything of a drill, and the naive answer to who is to have what: whoever has at least one assignment, by the asks that
/// were made, that gives it.
/// </summary>
internal sealed class Roster
{
    private readonly Lock gate = new();
    private readonly IReadOnlyList<Slot> slots;
    private readonly IReadOnlyList<Dictionary<Holding, List<Slot>>> giving;

    public Roster(IReadOnlyList<Principal> people, IReadOnlyList<DrillRole> roles)
    {
        People = people;
        slots = [.. from person in Enumerable.Range(0, people.Count) from role in roles select new Slot(person, role)];
        giving = [.. Enumerable.Range(0, roles[0].Gives.Count).Select(Giving)];
    }

    public IReadOnlyList<Principal> People { get; }

    public IReadOnlyList<Slot> Slots => slots;

    /// <summary>All that anybody can have in a target.</summary>
    public IReadOnlyCollection<Holding> Holdings(int target) => giving[target].Keys;

    /// <summary>Whether it is known that somebody has something from one moment to another, or does not; null is not known.</summary>
    public bool? Has(int target, Holding holding, DateTimeOffset from, DateTimeOffset to)
    {
        lock (gate)
        {
            var covers = giving[target][holding].SelectMany(slot => slot.Covers).ToList();
            return covers.Exists(cover => cover.MaybeFrom <= to && cover.MaybeUntil > from)
                ? IsSure(covers, from, to) ? true : null
                : false;
        }
    }

    /// <summary>The last moment at which anything is covered by what is known.</summary>
    public DateTimeOffset LastEnd()
    {
        lock (gate)
        {
            return slots.SelectMany(slot => slot.Covers).Select(cover => cover.MaybeUntil).DefaultIfEmpty().Max();
        }
    }

    /// <summary>Changes what is known, in one step for everybody who looks.</summary>
    public void Note(Action change)
    {
        lock (gate)
        {
            change();
        }
    }

    private static bool IsSure(List<Cover> covers, DateTimeOffset from, DateTimeOffset to)
    {
        var until = from;
        while (until <= to)
        {
            var next = covers.Where(cover => cover.SurelyFrom <= until).Select(cover => cover.SurelyUntil).DefaultIfEmpty().Max();
            if (next <= until)
            {
                return false;
            }

            until = next;
        }

        return true;
    }

    private Dictionary<Holding, List<Slot>> Giving(int target)
    {
        var all = new Dictionary<Holding, List<Slot>>();
        foreach (var slot in slots)
        {
            foreach (var entitlement in slot.Role.Gives[target])
            {
                var holding = new Holding(AccountOf(slot.Person), entitlement);
                all.TryAdd(holding, []);
                all[holding].Add(slot);
            }
        }

        return all;
    }

    /// <summary>What somebody's account is called in every target.</summary>
    public string AccountOf(int person) => People[person].UserPrincipalName!.Value.Split('@')[0];
}
