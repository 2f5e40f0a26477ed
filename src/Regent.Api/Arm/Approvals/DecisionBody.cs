using Regent.Api.OData;

namespace Regent.Api.Arm.Approvals;

/// <summary>An approver's answer, as it is sent: as properties, or bare.</summary>
internal sealed record DecisionBody(DecisionBody.PropertiesBody? Properties, string? ReviewResult, string? Justification)
{
    /// <summary>What was answered, and why.</summary>
    public Reading<(bool Approves, string Why)> Answer => (Properties?.ReviewResult ?? ReviewResult)?.ToUpperInvariant() switch
    {
        "APPROVE" => (true, Why),
        "DENY" => (false, Why),
        _ => new Flaw(FlawKind.Body, "'properties.reviewResult' must be 'Approve' or 'Deny'.") { Target = "properties.reviewResult" },
    };

    private string Why => Properties?.Justification ?? Justification ?? "";

    internal sealed record PropertiesBody(string? ReviewResult, string? Justification);
}
