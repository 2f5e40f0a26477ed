using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts;

/// <summary>What is sent to have all alerts scanned.</summary>
internal sealed record ScanBody(string? ScopeId, string? ScopeType)
{
    /// <summary>The one scope that has alerts.</summary>
    public Reading<string> Scope => (ScopeId, ScopeType) switch
    {
        (AlertIds.ScopeId, _) when AlertIds.ScopeType.Equals(ScopeType, StringComparison.OrdinalIgnoreCase) => AlertIds.ScopeId,
        (AlertIds.ScopeId, _) => Flaw("scopeType", AlertIds.ScopeType),
        _ => Flaw("scopeId", AlertIds.ScopeId),
    };

    private static Flaw Flaw(string member, string value) => new(FlawKind.Body, $"'{member}' must be '{value}'.") { Target = member };
}
