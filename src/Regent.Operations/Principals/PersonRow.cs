namespace Regent.Operations.Principals;

/// <summary>One line of a file of people, as it was read; every value may be missing or wrong.</summary>
/// <param name="Line">Its number in the file.</param>
public sealed record PersonRow(int Line)
{
    public string? UserPrincipalName { get; init; }

    public string? DisplayName { get; init; }

    public string? Mail { get; init; }

    /// <summary>The object id; a person who is new and has none gets one.</summary>
    public string? Id { get; init; }

    public string? JobTitle { get; init; }

    public string? Department { get; init; }

    /// <summary><c>true</c> or <c>false</c>; missing leaves the account as it is, or enabled when new.</summary>
    public string? AccountEnabled { get; init; }

    /// <summary>Names of groups, separated by <c>;</c>; exactly these. Missing leaves the memberships as they are.</summary>
    public string? MemberOf { get; init; }

    /// <summary>Why the line could not be read at all; null when it could.</summary>
    public string? Unreadable { get; init; }
}
