using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>A request with everything that happened to it.</summary>
/// <param name="Listing">The request and its names.</param>
/// <param name="Entries">The record of it, oldest first.</param>
/// <param name="Told">Who was written to, about what, and when it was sent; oldest first.</param>
/// <param name="MayDecide">Whether the caller may decide on it now.</param>
/// <param name="MayCancel">Whether the caller may withdraw it now.</param>
public sealed record RequestStory(
    RequestListing Listing, IReadOnlyList<AuditListing> Entries, IReadOnlyList<(Mail Mail, Principal Recipient)> Told,
    bool MayDecide, bool MayCancel)
{
    /// <summary>What the role demands now.</summary>
    public required RolePolicy Settings { get; init; }

    /// <summary>What the role demanded when it was asked; null when that is what it demands now.</summary>
    public RolePolicy? MadeUnder { get; init; }

    /// <summary>What it asks to extend or renew, as that stands; null for every other request.</summary>
    public Schedule? Target { get; init; }

    /// <summary>When the requestor last held this role before; null when never.</summary>
    public Schedule? LastHeld { get; init; }
}
