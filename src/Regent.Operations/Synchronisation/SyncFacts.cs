using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Synchronisation;

/// <summary>What a run is planned from.</summary>
/// <param name="Reading">What the source says.</param>
/// <param name="Known">Those the source's keys are here; also those that are taken over now under their name.</param>
internal sealed record SyncFacts(SourceReading Reading, IReadOnlyDictionary<string, Principal> Known)
{
    /// <summary>The keys whose origin is noted.</summary>
    public required IReadOnlySet<string> Noted { get; init; }

    /// <summary>Who has the names that people there have.</summary>
    public required IReadOnlyList<Principal> Owners { get; init; }

    /// <summary>The groups here that are called as new groups there.</summary>
    public required IReadOnlyList<Principal> Namesakes { get; init; }

    /// <summary>The direct memberships of those that are known.</summary>
    public required ILookup<PrincipalId, PrincipalId> GroupsOf { get; init; }

    /// <summary>Every group that one of them is in.</summary>
    public required IReadOnlyDictionary<PrincipalId, Principal> Groups { get; init; }

    /// <summary>The names of the groups in which Regent itself gives access there.</summary>
    public required IReadOnlySet<string> Entitlements { get; init; }

    /// <summary>Whether a key of a person is there no more.</summary>
    public bool IsGone(string key) => !Reading.PeopleThere.ContainsKey(key);

    /// <summary>Whether Regent gives access in a group, so that who is in it is no news.</summary>
    public bool IsOwn(string key) => Reading.GroupsThere.TryGetValue(key, out var name) && Entitlements.Contains(name);

    /// <summary>The people that are known, with their keys.</summary>
    public IEnumerable<(string Key, Principal Who)> KnownPeople => KnownOf(PrincipalKind.User);

    /// <summary>The groups that are known, with their keys.</summary>
    public IEnumerable<(string Key, Principal Who)> KnownGroups => KnownOf(PrincipalKind.Group);

    private IEnumerable<(string Key, Principal Who)> KnownOf(PrincipalKind kind) =>
        Known.Where(pair => pair.Value.Kind == kind).Select(pair => (pair.Key, pair.Value));
}
