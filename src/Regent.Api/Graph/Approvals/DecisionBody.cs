using Regent.Api.OData;

namespace Regent.Api.Graph.Approvals;

/// <summary>An approver's answer, as it is sent.</summary>
internal sealed record DecisionBody(string? ReviewResult, string? Justification)
{
    /// <summary>Whether the answer is yes.</summary>
    public Reading<bool> Approves => ReviewResult switch
    {
        not null when ReviewResult.Equals("Approve", StringComparison.OrdinalIgnoreCase) => true,
        not null when ReviewResult.Equals("Deny", StringComparison.OrdinalIgnoreCase) => false,
        _ => new Flaw(FlawKind.Body, "'reviewResult' must be 'Approve' or 'Deny'.") { Target = "reviewResult" },
    };
}
