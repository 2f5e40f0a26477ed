using Regent.Api.OData;

namespace Regent.Api.Graph.Alerts;

/// <summary>What is sent to change an alert.</summary>
internal sealed record AlertBody(bool? IsActive)
{
    /// <summary>The one thing that can be done to an alert: it is no longer active.</summary>
    public Reading<bool> Dismissed => IsActive is false
        ? true
        : new Flaw(FlawKind.Body, "'isActive' must be false, to dismiss the alert. It becomes active by what it finds; refresh it to look again.")
        {
            Target = "isActive",
        };
}
