namespace Regent.Targets.Entra;

/// <summary>A role that is to be given.</summary>
/// <param name="Place">To whom, and where.</param>
/// <param name="End">When it ends in the tenant; null is never.</param>
internal sealed record EntraGift(EntraPlace Place, DateTimeOffset? End);
