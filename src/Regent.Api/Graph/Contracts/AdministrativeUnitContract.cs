using Regent.Api.OData;
using Regent.Core.Roles;

namespace Regent.Api.Graph.Contracts;

/// <summary>An administrative unit (specification of the API, section 2.9). What Regent does not keep is null.</summary>
[Entity("administrativeUnit", IsSearchable = true)]
internal sealed record AdministrativeUnitContract : DirectoryObjectContract
{
    public string? Description { get; init; }

    public bool IsMemberManagementRestricted { get; init; }

    public string? MembershipRule { get; init; }

    public string? MembershipRuleProcessingState { get; init; }

    public string? MembershipType { get; init; }

    public string? Visibility { get; init; }

    /// <summary>The unit that a scope is; null when the scope is none.</summary>
    public static AdministrativeUnitContract? Of(ScopeNode? node) => node is { Scope: { Kind: ScopeKind.AdministrativeUnit } scope }
        ? new AdministrativeUnitContract
        {
            Id = scope.Value[(scope.Value.LastIndexOf('/') + 1)..],
            DisplayName = node.DisplayName,
            Description = node.Description,
        }
        : null;
}
