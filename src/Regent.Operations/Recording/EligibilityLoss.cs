using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Recording;

/// <summary>
/// Ends activations whose eligibility is gone, in the unit of work that took it away, so that no activation outlives what it
/// rests on (specification, section 3.4).
/// </summary>
public sealed class EligibilityLoss(IDirectory directory, IScheduleStore schedules, IRequestStore requests, RequestRecorder recorder)
{
    /// <summary>Ends everything activated from an eligibility that was just ended.</summary>
    public async Task EndActivationsOfAsync(ScheduleId eligibility, PrincipalId? by, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var activation in await schedules.ActivationsUsingAsync(eligibility, now, ct))
        {
            await EndAsync(activation, by, "The eligibility behind this activation was removed.", now, ct);
        }
    }

    /// <summary>Ends what this principal activated through a group they no longer belong to, or all of it once they are disabled.</summary>
    public async Task EndLostActivationsOfAsync(PrincipalId principal, PrincipalId? by, DateTimeOffset now, CancellationToken ct)
    {
        var enabled = await directory.FindAsync(principal, ct) is { IsEnabled: true };
        var groups = await directory.GroupsOfAsync(principal, ct);
        var open = await schedules.OpenOfAsync([principal], ScheduleKind.Assignment, role: null, now, ct);
        foreach (var activation in open.Where(one => one.ActivatedUsing is not null))
        {
            var behind = await schedules.FindAsync(activation.ActivatedUsing!.Value, ct);
            if (!enabled || behind is null || (behind.Principal != principal && !groups.Contains(behind.Principal)))
            {
                await EndAsync(
                    activation, by, enabled ? "No longer a member of the group that is eligible." : "The account was disabled.", now, ct);
            }
        }
    }

    private async Task EndAsync(Schedule activation, PrincipalId? by, string why, DateTimeOffset now, CancellationToken ct)
    {
        var maker = await requests.FindMakerAsync(activation.Id, ct)
            ?? throw new InvalidOperationException($"Activation {activation.Id} has no request.");
        await recorder.UpdateAsync(AdministratorAssignment.EndWithEligibility(maker, activation, by, why, now), now, ct);
    }
}
