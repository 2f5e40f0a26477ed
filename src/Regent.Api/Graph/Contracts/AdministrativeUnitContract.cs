using Regent.Api.OData;
using Regent.Core.Roles;

namespace Regent.Api.Graph.Contracts;

/// <summary>A part of the organisation (specification of the API, section 2.9). What Regent does not keep is null.</summary>
[Entity("administrativeUnit", IsSearchable = true)]
internal sealed record AdministrativeUnitContract : DirectoryObjectContract
{
    public string? Description { get; init; }

    public bool? IsMemberManagementRestricted { get; init; }

    public string? MembershipRule { get; init; }

    public string? MembershipRuleProcessingState { get; init; }

    public string? MembershipType { get; init; }

    public string? Visibility { get; init; }

    /// <summary>The unit that a scope is; null when the scope is none.</summary>
    public static AdministrativeUnitContract? IfUnit(ScopeNode? node) =>
        node is { Scope.Kind: ScopeKind.AdministrativeUnit } ? Of(node) : null;

    public static AdministrativeUnitContract Of(ScopeNode unit) => new()
    {
        Id = IdOf(unit.Scope),
        DisplayName = unit.DisplayName,
        Description = unit.Description,
    };

    private static string IdOf(Scope unit) => unit.Value[(unit.Value.LastIndexOf('/') + 1)..];
}
