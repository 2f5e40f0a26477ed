using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Operations.Recording;

/// <summary>
/// Ends or shortens activations when what they rest on goes or is shortened, in the unit of work that did it, so that no activation
/// outlives what it rests on (specification, section 3.4).
/// </summary>
public sealed class EligibilityLoss(
    IDirectory directory, IScheduleStore schedules, IRequestStore requests, RequestRecorder recorder, LedgerPlanner ledger)
{
    /// <summary>Looks again at everything that rests on what a change ended or planned anew.</summary>
    public async Task FollowAsync(RequestChange change, PrincipalId? by, DateTimeOffset now, CancellationToken ct)
    {
        if ((change.Ended ?? change.Changed) is not { } schedule)
        {
            return;
        }

        if (schedule.Kind == ScheduleKind.Eligibility)
        {
            foreach (var activation in await schedules.ActivationsUsingAsync(schedule.Id, now, ct))
            {
                await LookAgainAsync(activation, by, now, ct);
            }
        }
        else if (schedule.Role == GroupRoles.Member)
        {
            foreach (var member in await directory.EnabledUsersInAsync([schedule.Principal], now, ct))
            {
                await EndLostActivationsOfAsync(member.Id, by, now, ct);
            }
        }
    }

    /// <summary>
    /// Ends what this principal activated through a group they no longer belong to, or all of it once they are disabled; and has targets
    /// follow what they had there by it.
    /// </summary>
    public async Task EndLostActivationsOfAsync(PrincipalId principal, PrincipalId? by, DateTimeOffset now, CancellationToken ct)
    {
        await ledger.FollowHoldersAsync([principal], now, ct);
        foreach (var activation in await schedules.OpenOfAsync([principal], ScheduleKind.Assignment, role: null, now, ct))
        {
            if (activation.ActivatedUsing is not null)
            {
                await LookAgainAsync(activation, by, now, ct);
            }
        }
    }

    private async Task LookAgainAsync(Schedule activation, PrincipalId? by, DateTimeOffset now, CancellationToken ct)
    {
        var (until, why) = await StandsUntilAsync(activation, now, ct);
        if (activation.Effective.EndingBy(until) == activation.Effective)
        {
            return;
        }

        var maker = await requests.FindMakerAsync(activation.Id, ct)
            ?? throw new InvalidOperationException($"Activation {activation.Id} has no request.");
        var change = until <= now || until <= activation.Period.Start
            ? AdministratorAssignment.EndWithEligibility(maker, activation, by, why, now)
            : AdministratorAssignment.ShortenWithEligibility(maker, activation, until!.Value, by, now);
        await recorder.UpdateAsync(change, now, ct);
        await FollowAsync(change, by, now, ct);
    }

    /// <summary>Until when what the activation rests on is there by what is known now, null is for ever; and why, where it is gone.</summary>
    private async Task<(DateTimeOffset? Until, string Why)> StandsUntilAsync(Schedule activation, DateTimeOffset now, CancellationToken ct)
    {
        if (await directory.FindAsync(activation.Principal, ct) is not { IsEnabled: true })
        {
            return (now, "The account was disabled.");
        }

        const string gone = "The eligibility behind this activation was removed.";
        if (await schedules.FindAsync(activation.ActivatedUsing!.Value, ct) is not { } behind)
        {
            return (now, gone);
        }

        if (behind.Principal == activation.Principal)
        {
            return (behind.Effective.End, gone);
        }

        return (await directory.GroupsOfAsync(activation.Principal, now, ct)).TryGetValue(behind.Principal, out var membership)
            ? (behind.Until(membership).Effective.End, gone)
            : (now, "No longer a member of the group that is eligible.");
    }
}
