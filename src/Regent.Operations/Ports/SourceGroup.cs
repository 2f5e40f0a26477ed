namespace Regent.Operations.Ports;

/// <summary>A group as it stands in a source.</summary>
/// <param name="Key">Names the entry.</param>
/// <param name="DisplayName">What it is called.</param>
/// <param name="Members">The keys of its direct members, people and groups, as far as they are taken over.</param>
public sealed record SourceGroup(string Key, string DisplayName, IReadOnlyList<string> Members)
{
    /// <summary>Whether it is to be one that can hold directory roles.</summary>
    public bool IsRoleAssignable { get; init; }
}
