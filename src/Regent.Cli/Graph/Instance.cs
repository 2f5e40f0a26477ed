namespace Regent.Cli.Graph;

/// <summary>A role somebody is eligible for, or holds, now.</summary>
internal sealed record Instance(string Id, string PrincipalId, string RoleDefinitionId, string DirectoryScopeId)
{
    public DateTimeOffset? StartDateTime { get; init; }

    public DateTimeOffset? EndDateTime { get; init; }

    /// <summary><c>Assigned</c> or <c>Activated</c>; null for an eligibility.</summary>
    public string? AssignmentType { get; init; }

    /// <summary><c>Direct</c>, or <c>Group</c> when it comes through one.</summary>
    public string? MemberType { get; init; }

    public DirectoryObject? Principal { get; init; }

    public DirectoryObject? RoleDefinition { get; init; }
}
