using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Operations;

namespace Regent.Api.Graph.Policies;

/// <summary>Which policies a query is about. Without saying what the scope is nothing is listed.</summary>
/// <param name="Type">What the scope is.</param>
/// <param name="Holder">The tenant, or the group.</param>
internal sealed record PolicyQuery(PolicyScopeType Type, Guid Holder)
{
    /// <summary>Only the links from these roles, as they are spelt in members; null is all.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Only what has this id, of the policy or of the link to it; null is all.</summary>
    public string? Id { get; init; }

    /// <summary>Reads a query; null when it does not say what the scope is.</summary>
    public static Reading<PolicyQuery?> Read(ODataQuery asked, Tenant tenant)
    {
        if (asked.Order is { } order)
        {
            return order.Unsupported;
        }

        var (scope, type) = (Find(asked, "scopeId"), Find(asked, "scopeType"));
        if (scope is null || type is null)
        {
            return (PolicyQuery?)null;
        }

        return asked.Filter.Aggregate(Scoped(scope, type, tenant), (before, term) => before.Then(query => Narrow(query, term)))
            .Then<PolicyQuery?>(query => query);
    }

    /// <summary>Whether a policy, told by its id, is wanted.</summary>
    public bool Wants(PolicyId id) =>
        (Id is null || Id.Equals(id.ToString(), StringComparison.OrdinalIgnoreCase) || Id.Equals(id.Assignment, StringComparison.OrdinalIgnoreCase))
        && Roles?.Contains(id.RoleId, StringComparer.OrdinalIgnoreCase) != false;

    private static FilterTerm? Find(ODataQuery asked, string member) => asked.Filter.FirstOrDefault(term => term.Path == member);

    private static Reading<PolicyQuery> Scoped(FilterTerm scope, FilterTerm type, Tenant tenant) => PolicyId.Named(type.Text) switch
    {
        _ when scope.Operator != FilterOperator.Equal => scope.Unsupported,
        _ when type.Operator != FilterOperator.Equal => type.Unsupported,
        null => type.Misfit,
        PolicyScopeType.Group => Guid.TryParseExact(scope.Text, "D", out var group)
            ? new PolicyQuery(PolicyScopeType.Group, group)
            : scope.Misfit,
        { } known => scope.Text == Scope.Tenant.Value ? new PolicyQuery(known, tenant.Id) : scope.Misfit,
    };

    private static Reading<PolicyQuery> Narrow(PolicyQuery query, FilterTerm term) => term switch
    {
        { Path: "scopeId" or "scopeType" } => query,
        { Path: "roleDefinitionId", Operator: FilterOperator.Equal or FilterOperator.In } =>
            query with { Roles = [.. term.Values.OfType<string>()] },
        { Path: "policyId" or "id", Operator: FilterOperator.Equal } => query with { Id = term.Text },
        _ => term.Unsupported,
    };
}
