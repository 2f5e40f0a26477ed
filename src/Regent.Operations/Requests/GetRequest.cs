using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Shows one request with its story to those it concerns: its requestor, its approvers, and readers.</summary>
public sealed class GetRequest(
    IRequestStore requests, IDirectory directory, IScheduleStore schedules, IPolicyStore policies, IAuditLog audit, IMailStore mails,
    Places places, Authorities authorities, Approvers approvers, TimeProvider clock)
{
    /// <summary>The story; a request that does not concern the caller is as unknown as one that is not there.</summary>
    public async Task<Outcome<RequestStory>> ExecuteAsync(Caller caller, RequestId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await requests.FindListingAsync(id, ct) is not { } listing)
        {
            return Refusals.UnknownRequest;
        }

        var authority = await authorities.OfAsync(caller, now, ct);
        var place = await places.FindAsync(listing.Request.Scope, ct);
        var decides = await IsApproverAsync(caller, listing.Request, now, ct);
        var mayManage = place is not null && authority.MayManageAt(place);
        var mayDecide = (listing.Request.Status == RequestStatus.PendingAdminDecision ? mayManage : decides) && listing.Request.Principal != caller.Id;
        var mayWithdraw = listing.Request.IsOwnedBy(caller.Id) || mayManage;
        return listing.Request.Concerns(caller.Id) || authority.MayRead || (place is not null && authority.MayReadAt(place)) || decides
            ? await TellAsync(listing, mayDecide, mayWithdraw, now, ct)
            : Refusals.UnknownRequest;
    }

    private async Task<RequestStory> TellAsync(
        RequestListing listing, bool mayDecide, bool mayWithdraw, DateTimeOffset now, CancellationToken ct)
    {
        var request = listing.Request;
        var current = await policies.GetAsync(request.Role, request.Scope, ct);
        return new RequestStory(
            listing, await EntriesAsync(request, ct), await ToldAsync(request.Id, ct),
            MayDecide: mayDecide && request.IsOpen && !(request.Approval?.ExpiresAt <= now),
            MayCancel: mayWithdraw && request.IsCancelableAt(listing.Schedule, now))
        {
            Settings = current,
            MadeUnder = request.PolicyVersion == current.Version
                ? null
                : await policies.FindVersionAsync(request.Role, request.Scope, request.PolicyVersion, ct),
            Target = request.Target is { } target ? await schedules.FindAsync(target, ct) : null,
            LastHeld = await LastHeldAsync(request, ct),
        };
    }

    // What ended something is on record in the story of the request that made it.
    private async Task<IReadOnlyList<AuditListing>> EntriesAsync(ScheduleRequest request, CancellationToken ct)
    {
        var ends = request.Action is RequestAction.SelfDeactivate or RequestAction.AdminRemove;
        var maker = ends && request.Schedule is { } ended ? await requests.FindMakerAsync(ended, ct) : null;
        var query = new AuditQuery { CorrelationId = (maker?.Id ?? request.Id).Value };
        var entries = await audit.ListAsync(query, new PageAsk(PageAsk.Largest), ct);
        return [.. entries.Items.Where(one => !ends || RequestRecord.IsAbout(one.Entry, request.Id)).Reverse()];
    }

    private async Task<bool> IsApproverAsync(Caller caller, ScheduleRequest request, DateTimeOffset now, CancellationToken ct)
    {
        if (request.Approval is null)
        {
            return false;
        }

        var policy = await policies.GetAsync(request.Role, request.Scope, ct);
        var deciding = await approvers.OfAsync(policy.Activation, now, ct);
        return deciding.Any(person => person.Id == caller.Id);
    }

    private async Task<IReadOnlyList<(Mail, Principal)>> ToldAsync(RequestId id, CancellationToken ct)
    {
        var owed = await mails.OfRequestAsync(id, ct);
        var people = await directory.FindManyAsync([.. owed.Select(mail => mail.Recipient ?? default).Distinct()], ct);
        return [.. owed.SelectMany(mail => people.TryGetValue(mail.Recipient ?? default, out var person) ? [(mail, person)] : Array.Empty<(Mail, Principal)>())];
    }

    private async Task<Schedule?> LastHeldAsync(ScheduleRequest request, CancellationToken ct) =>
        request.IsActivation
            ? await schedules.LastActivationAsync(request.Principal, request.Role, request.CreatedAt, ct)
            : null;
}
