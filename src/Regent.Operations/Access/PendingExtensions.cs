using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>Finds the asks to extend or renew that wait for an administrator (specification, section 3.7).</summary>
public sealed class PendingExtensions(IRequestStore requests, Places places)
{
    /// <summary>Those this person may decide on, newest first: where they administer, and not their own. At most <see cref="PageAsk.Largest"/> are looked at.</summary>
    public async Task<IReadOnlyList<RequestListing>> DecidableByAsync(Standing who, CancellationToken ct)
    {
        if (Enum.GetValues<RoleSystem>().All(system => who.Authority.ManagedIn(system).IsNowhere))
        {
            return [];
        }

        var waiting = await requests.ListAsync(
            new RequestQuery { Statuses = [RequestStatus.PendingAdminDecision] }, new PageAsk(PageAsk.Largest), ct);
        var known = new Dictionary<Scope, Place?>();
        var decidable = new List<RequestListing>();
        foreach (var listing in waiting.Items.Where(one => one.Request.Principal != who.Id))
        {
            var scope = listing.Request.Scope;
            if (!known.TryGetValue(scope, out var place))
            {
                known[scope] = place = await places.FindAsync(scope, ct);
            }

            if (place is not null && who.Authority.MayManageAt(place))
            {
                decidable.Add(listing);
            }
        }

        return decidable;
    }
}
