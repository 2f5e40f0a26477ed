using Regent.Api.OData;

namespace Regent.Api.Graph.Approvals;

/// <summary>An approver's answer, as it is sent.</summary>
internal sealed record DecisionBody(string? ReviewResult, string? Justification)
{
    /// <summary>Whether the answer is yes.</summary>
    public Reading<bool> Approves => ReviewResult?.ToUpperInvariant() switch
    {
        "APPROVE" or "APPROVED" => true,
        "DENY" or "DENIED" => false,
        _ => new Flaw(FlawKind.Body, "'reviewResult' must be 'Approve' or 'Deny'.") { Target = "reviewResult" },
    };
}
