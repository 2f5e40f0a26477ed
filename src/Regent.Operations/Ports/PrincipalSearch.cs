namespace Regent.Operations.Ports;

/// <summary>Texts of which one must be found within a name; null is not looked for.</summary>
public sealed record PrincipalSearch
{
    public string? DisplayName { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? Mail { get; init; }
}
