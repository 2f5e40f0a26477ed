using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Portal.Pages;

/// <summary>What the dashboard shows besides what is active: the first of each list.</summary>
/// <param name="Eligible">What can be activated.</param>
/// <param name="ToDecide">What waits for the reader.</param>
/// <param name="Asked">What the reader asked lately.</param>
public sealed record DashboardContent(
    IReadOnlyList<MyRole> Eligible, IReadOnlyList<RequestListing> ToDecide, IReadOnlyList<RequestListing> Asked);
