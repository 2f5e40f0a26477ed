using Regent.Core.Assignments;

namespace Regent.Core.Alerts;

/// <summary>Who can do everything, and how they compare with all others.</summary>
/// <param name="Held">What was given of the role for the tenant and is in force, active or eligible.</param>
/// <param name="People">How many people that reaches, themselves and through groups.</param>
/// <param name="Given">How much of all directory roles was given and is in force.</param>
public sealed record GlobalAdministrators(IReadOnlyList<Schedule> Held, int People, int Given)
{
    /// <summary>All of them where both thresholds are reached, else none.</summary>
    public IReadOnlyList<AlertIncident> TooMany(AlertConfiguration configuration) =>
        People >= configuration[AlertThreshold.Administrators] && Held.Count * 100 >= configuration[AlertThreshold.Share] * Given
            ? [.. Held.Select(held => new AlertIncident.OfAssignment(held, LastUsed: null, held.Period.Start))]
            : [];
}
