using System.Collections.Concurrent;
using System.Text.Json;
using Regent.Core.Targets;

namespace Regent.Targets.Scim;

/// <summary>Finds the ids of users or groups by what they are called: many names in one call where the application can do that.</summary>
/// <param name="client">Calls the application.</param>
/// <param name="resource"><c>Users</c> or <c>Groups</c>.</param>
/// <param name="attribute">What they are called by.</param>
internal sealed class ScimNames(ScimClient client, string resource, string attribute)
{
    private const int MostInOne = 25;
    private const int LongestFilter = 1_500;
    private const int AtOnce = 4;

    private readonly ScimPages pages = new(client);
    private readonly StringComparer names = attribute is "externalId" ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
    private bool takesSeveral = true;

    /// <summary>What each name means. Once the application does not answer, it is not asked for the others.</summary>
    public async Task<IReadOnlyDictionary<string, ScimName>> FindAsync(IReadOnlyCollection<string> wanted, CancellationToken ct)
    {
        var known = new ConcurrentDictionary<string, ScimName>(StringComparer.Ordinal);
        if (attribute == "id")
        {
            return wanted.ToDictionary(name => name, ByItself);
        }

        var plain = wanted.ToLookup(ScimFilter.CanCarry);
        foreach (var several in Portions(plain[true]))
        {
            if (takesSeveral && several.Count > 1)
            {
                await FindTogetherAsync(several, known, ct);
            }

            await FindEachAsync(several.Where(name => !known.ContainsKey(name)), known, ct);
        }

        await FindInTheWholeListAsync([.. plain[false].Distinct(StringComparer.Ordinal)], known, ct);
        return known;
    }

    // An id needs no search; whether it is there is seen when it is read. These two would be understood as steps in the path.
    private static ScimName ByItself(string id) => id is "." or ".." ? ScimName.Unknown : new ScimName(id, Trouble: null);

    private async Task FindTogetherAsync(IReadOnlyList<string> several, ConcurrentDictionary<string, ScimName> known, CancellationToken ct)
    {
        if (Gone(known) is not null)
        {
            return;
        }

        var (found, failure) = await pages.ReadAsync(resource, $"id,{attribute}", ScimFilter.AnyOf(attribute, several), ct);
        if (failure?.Trouble is { } trouble)
        {
            Fail(several, trouble, failure.MayBeOneOfMany, known);
            return;
        }

        var answers = several.ToDictionary(name => name, name => Meaning(name, found));
        if (several.FirstOrDefault(name => answers[name] == ScimName.Unknown) is { } missing)
        {
            answers[missing] = await FindOneAsync(missing, ct);
            takesSeveral = answers[missing].Id is null;
        }

        foreach (var (name, meaning) in answers.Where(answer => takesSeveral || answer.Value != ScimName.Unknown))
        {
            known[name] = meaning;
        }
    }

    private void Fail(IReadOnlyList<string> several, TargetAnswer trouble, bool mayBeTheFilter, ConcurrentDictionary<string, ScimName> known)
    {
        if (mayBeTheFilter)
        {
            takesSeveral = false;
            return;
        }

        foreach (var name in several)
        {
            known[name] = ScimName.Failed(trouble);
        }
    }

    private Task FindEachAsync(IEnumerable<string> each, ConcurrentDictionary<string, ScimName> known, CancellationToken ct) => Parallel.ForEachAsync(
        each.ToList(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
        async (name, stop) => known[name] = Gone(known) is { } gone ? ScimName.Failed(gone) : await FindOneAsync(name, stop));

    private async Task<ScimName> FindOneAsync(string name, CancellationToken ct)
    {
        var (found, failure) = await pages.ReadAsync(resource, $"id,{attribute}", ScimFilter.Equals(attribute, name), ct);
        return failure?.Trouble is { } trouble ? ScimName.Failed(trouble) : Meaning(name, found);
    }

    private async Task FindInTheWholeListAsync(IReadOnlyList<string> odd, ConcurrentDictionary<string, ScimName> known, CancellationToken ct)
    {
        if (odd.Count == 0)
        {
            return;
        }

        var (all, failure) = Gone(known) is { } gone ? ([], ScimReply.Failed(gone)) : await pages.ReadAsync(resource, $"id,{attribute}", filter: null, ct);
        foreach (var name in odd)
        {
            known[name] = failure?.Trouble is { } trouble ? ScimName.Failed(trouble) : Meaning(name, all);
        }
    }

    private ScimName Meaning(string name, IReadOnlyList<JsonElement> found) => ScimName.Of(
        name, found.Where(one => one.Names(attribute).Contains(name, names)).Select(one => one.Text("id")).OfType<string>());

    private static TargetAnswer? Gone(ConcurrentDictionary<string, ScimName> known) =>
        known.Values.FirstOrDefault(name => name.Trouble?.Result == TargetResult.Unreachable)?.Trouble;

    private static IEnumerable<IReadOnlyList<string>> Portions(IEnumerable<string> wanted)
    {
        var portion = new List<string>();
        foreach (var name in wanted.Distinct(StringComparer.Ordinal))
        {
            if (portion.Count == MostInOne || (portion.Count > 0 && portion.Sum(one => one.Length) + name.Length > LongestFilter))
            {
                yield return portion;
                portion = [];
            }

            portion.Add(name);
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }
}
