namespace Regent.Cli.Graph;

/// <summary>Somebody, a group, or a role.</summary>
internal sealed record DirectoryObject(string Id, string? DisplayName)
{
    public string? UserPrincipalName { get; init; }
}
