using Regent.Api.OData;
using Regent.Core.Targets;

namespace Regent.Api.Access;

/// <summary>What a role at a scope gives in a target.</summary>
internal sealed record MappingContract
{
    public MappingContract(Mapping mapping)
    {
        Id = mapping.Id.ToString();
        RoleDefinitionId = mapping.Role.ToString();
        Scope = mapping.Scope.Value;
        Entitlements = mapping.Entitlements;
        WarnBefore = mapping.Landing.WarnBefore is { } warn ? WireDuration.Write(warn) : null;
        CloseBefore = mapping.Landing.CloseBefore is { } close ? WireDuration.Write(close) : null;
        EndSessions = mapping.Landing.EndSessions;
    }

    public string Id { get; }

    public string RoleDefinitionId { get; }

    public string? RoleDefinitionDisplayName { get; init; }

    public string Scope { get; }

    public string? ScopeDisplayName { get; init; }

    public IReadOnlyList<string> Entitlements { get; }

    /// <summary>How long before the end people are warned in the target; null is not at all.</summary>
    public string? WarnBefore { get; }

    /// <summary>How long before the end no new session begins; null is at the end itself.</summary>
    public string? CloseBefore { get; }

    public bool EndSessions { get; }
}
