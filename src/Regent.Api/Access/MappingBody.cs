using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;

namespace Regent.Api.Access;

/// <summary>A mapping as it is sent. Without a scope it is for the whole tenant.</summary>
internal sealed record MappingBody
{
    public string? RoleDefinitionId { get; init; }

    public string? Scope { get; init; }

    public IReadOnlyList<string?>? Entitlements { get; init; }

    public string? WarnBefore { get; init; }

    public string? CloseBefore { get; init; }

    public bool? EndSessions { get; init; }

    /// <summary>What is asked.</summary>
    public Reading<MappingAsk> Read() =>
        Members.Id(RoleDefinitionId, "roleDefinitionId").Then(role => Place().Then(place =>
            Members.Span(WarnBefore, "warnBefore").Then(warn => Members.Span(CloseBefore, "closeBefore").Then<MappingAsk>(close => new MappingAsk(
                new RoleDefinitionId(role), place, [.. (Entitlements ?? []).Select(one => one ?? "")], new Landing(warn, close, EndSessions ?? false))))));

    private Reading<Scope> Place() => Core.Roles.Scope.TryParse(Scope ?? Core.Roles.Scope.Tenant.Value, out var place)
        ? place
        : Members.Wrong("scope", "'scope' is the path of a scope, such as '/' or '/subscriptions/{id}'.");
}
