namespace Regent.Targets.Azure;

/// <summary>A role that is to be given.</summary>
/// <param name="Place">To whom, and where.</param>
/// <param name="End">When it ends in Azure; null is never.</param>
internal sealed record AzureGift(AzurePlace Place, DateTimeOffset? End);
