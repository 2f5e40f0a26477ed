namespace Regent.Operations.Roles;

/// <summary>One line of a file of scopes, as it was read; every value may be missing or wrong.</summary>
/// <param name="Line">Its number in the file.</param>
public sealed record ScopeLine(int Line)
{
    /// <summary>The path of the scope, which says its kind too.</summary>
    public string? Id { get; init; }

    /// <summary>What people call it; missing or empty leaves the name as it is, or takes the last part of the path when new.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What it is for; missing leaves it as it is.</summary>
    public string? Description { get; init; }

    /// <summary>The path of the scope it lies in, where its own path does not say; empty is at the top, missing leaves it where it is.</summary>
    public string? Parent { get; init; }

    /// <summary>Why the line could not be read at all; null when it could.</summary>
    public string? Unreadable { get; init; }
}
