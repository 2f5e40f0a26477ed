using Regent.Core.Roles;

namespace Regent.Operations.Roles;

/// <summary>What one line of a file of scopes would bring about, or why it is refused.</summary>
/// <param name="Line">The line.</param>
public sealed record PlannedScope(ScopeLine Line)
{
    /// <summary>What is in the tree already; null for what is new.</summary>
    public ScopeNode? Known { get; init; }

    /// <summary>What shall be there; null when the line is refused.</summary>
    public ScopeNode? Node { get; init; }

    /// <summary>Why it is refused; empty when it is not.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Whether the scope is new or different.</summary>
    public bool IsDifferent => Node is not null && Node != Known;

    /// <summary>What is different about a scope that was there, in the words of the file.</summary>
    public IReadOnlyList<string> Differences => Known is null || Node is null ? [] : [.. DifferencesOf(Known, Node)];

    /// <summary>The same line, refused.</summary>
    public PlannedScope Refuse(string problem) => this with { Node = null, Problem = problem };

    /// <summary>The line as it is reported.</summary>
    public ImportLine ToLine() => new(
        Line.Line, (Line.Id ?? "").Trim(),
        (Node, Known) switch
        {
            (null, _) => ImportOutcome.Refused,
            (_, null) => ImportOutcome.Added,
            _ => IsDifferent ? ImportOutcome.Changed : ImportOutcome.Unchanged,
        },
        Node is null ? Problem : string.Join(", ", Differences));

    private static IEnumerable<string> DifferencesOf(ScopeNode before, ScopeNode after)
    {
        if (before.DisplayName != after.DisplayName)
        {
            yield return "displayName";
        }

        if (before.Description != after.Description)
        {
            yield return "description";
        }

        if (before.Parent != after.Parent)
        {
            yield return "parent";
        }
    }
}
