namespace Regent.Operations.Ports;

/// <summary>A person as they stand in a source; every value may be missing or wrong.</summary>
/// <param name="Key">Names the entry.</param>
public sealed record SourcePerson(string Key)
{
    public string? UserPrincipalName { get; init; }

    public string? DisplayName { get; init; }

    public string? Mail { get; init; }

    public string? JobTitle { get; init; }

    public string? Department { get; init; }
}
