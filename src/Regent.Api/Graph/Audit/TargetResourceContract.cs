using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Audit;

/// <summary>What an act was about: a role, somebody, or the place where it happened.</summary>
internal sealed record TargetResourceContract(string? DisplayName, string Id, string Type)
{
    private const string Group = "Group";

    /// <summary>Of a group: which kind.</summary>
    public string? GroupType => Type == Group ? "azureAD" : null;

    public IReadOnlyList<ModifiedPropertyContract> ModifiedProperties { get; init; } = [];

    public string? UserPrincipalName { get; init; }

    /// <summary>All that an entry of the record is about: first the role, then who, then where.</summary>
    public static IReadOnlyList<TargetResourceContract> AllOf(AuditListing listing) =>
    [
        .. listing.Entry.Role is { } role ? new[] { new TargetResourceContract(listing.Role?.DisplayName, role.ToString(), "Role") } : [],
        .. listing.Entry.Subject is { } subject ? new[] { OfSubject(subject, listing.Subject) } : [],
        .. listing.Entry.Scope is { } scope && scope != Scope.Tenant && scope.Group != listing.Entry.Subject ? new[] { OfScope(scope, listing.ScopeName) } : [],
    ];

    private static TargetResourceContract OfSubject(PrincipalId id, Principal? subject) => new(subject?.DisplayName, id.ToString(), subject?.Kind switch
    {
        PrincipalKind.User or null => "User",
        PrincipalKind.Group => Group,
        PrincipalKind.ServicePrincipal => "ServicePrincipal",
    })
    {
        UserPrincipalName = subject?.UserPrincipalName?.Value,
    };

    private static TargetResourceContract OfScope(Scope scope, string? name) => scope.Kind switch
    {
        ScopeKind.Group => new(name, scope.Group!.Value.ToString(), Group),
        ScopeKind.AdministrativeUnit => new(name, scope.Value.Split('/')[^1], "AdministrativeUnit"),
        _ => new(name, scope.Value, "Other"),
    };
}
