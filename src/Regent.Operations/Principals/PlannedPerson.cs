using Regent.Core.Principals;

namespace Regent.Operations.Principals;

/// <summary>What one line of a file of people would bring about, or why it is refused.</summary>
public sealed record PlannedPerson(PersonRow Row)
{
    /// <summary>Who it is already; null for somebody new.</summary>
    public Principal? Known { get; init; }

    /// <summary>Who it shall be; null when the line is refused.</summary>
    public Principal? Person { get; init; }

    /// <summary>Why it is refused; empty when it is not.</summary>
    public string Problem { get; init; } = "";

    /// <summary>The groups the person is directly in before the import.</summary>
    public IReadOnlyList<PrincipalId> Before { get; init; } = [];

    /// <summary>The groups to join.</summary>
    public IReadOnlyList<Principal> Joins { get; init; } = [];

    /// <summary>The groups to leave.</summary>
    public IReadOnlyList<Principal> Leaves { get; init; } = [];

    /// <summary>Whether the person itself is new or different.</summary>
    public bool IsDifferent => Person is not null && (Known is null || Differences.Count > 0);

    /// <summary>Whether it can cost somebody what they hold.</summary>
    public bool TakesAway => Known is { IsEnabled: true } && Person is not null && (!Person.IsEnabled || Leaves.Count > 0);

    /// <summary>The groups the person is directly in after the import.</summary>
    public IEnumerable<PrincipalId> After =>
        Before.Except(Leaves.Select(group => group.Id)).Concat(Joins.Select(group => group.Id));

    /// <summary>What is different about somebody known, in the words of the file.</summary>
    public IReadOnlyList<string> Differences => Known is null || Person is null ? [] : [.. DifferencesOf(Known, Person)];

    /// <summary>The same line, refused.</summary>
    public PlannedPerson Refuse(string problem) => this with { Person = null, Problem = problem };

    /// <summary>The line as it is reported.</summary>
    public ImportLine ToLine()
    {
        string[] changes =
        [
            .. Differences,
            .. Joins.Select(group => $"joins {group.DisplayName}"),
            .. Leaves.Select(group => $"leaves {group.DisplayName}"),
        ];
        var outcome = this switch
        {
            { Person: null } => ImportOutcome.Refused,
            { Known: null } => ImportOutcome.Added,
            _ => changes.Length == 0 ? ImportOutcome.Unchanged : ImportOutcome.Changed,
        };
        return new ImportLine(
            Row.Line, (Row.UserPrincipalName ?? "").Trim(), outcome,
            outcome == ImportOutcome.Refused ? Problem : string.Join(", ", changes));
    }

    private static IEnumerable<string> DifferencesOf(Principal before, Principal after)
    {
        (string Name, string? Before, string? After)[] values =
        [
            ("userPrincipalName", before.UserPrincipalName?.Value, after.UserPrincipalName?.Value),
            ("displayName", before.DisplayName, after.DisplayName),
            ("mail", before.Mail, after.Mail),
            ("jobTitle", before.JobTitle, after.JobTitle),
            ("department", before.Department, after.Department),
        ];
        return values.Where(value => value.Before != value.After).Select(value => value.Name)
            .Concat(before.IsEnabled == after.IsEnabled ? [] : [after.IsEnabled ? "enabled" : "disabled"]);
    }
}
