namespace Regent.Cli.Access;

/// <summary>What a role at a scope gives in a target.</summary>
internal sealed record TargetMapping(string? RoleDefinitionId, string? Scope, IReadOnlyList<string>? Entitlements)
{
    public string? Id { get; init; }

    /// <summary>The role by its name or a part of it, in files; never sent.</summary>
    public string? Role { get; init; }

    public string? RoleDefinitionDisplayName { get; init; }

    public string? WarnBefore { get; init; }

    public string? CloseBefore { get; init; }

    public bool? EndSessions { get; init; }
}
