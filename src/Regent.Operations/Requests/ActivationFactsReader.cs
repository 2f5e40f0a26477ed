using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Gathers what the judgement of an activation rests on, always from the stores, never from the caller.</summary>
public sealed class ActivationFactsReader(
    IDirectory directory, IScheduleStore schedules, IRequestStore requests, IPolicyStore policies, Approvers approvers)
{
    /// <summary>The facts about an ask.</summary>
    /// <param name="ask">The ask.</param>
    /// <param name="hasFreshMfa">Whether the asker had given a fresh second factor when asking.</param>
    /// <param name="judged">The request that is judged again; it and its own schedule do not speak against it. Null for a new ask.</param>
    /// <param name="now">The moment of the judgement.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ActivationFacts> ReadAsync(
        ActivationAsk ask, bool hasFreshMfa, ScheduleRequest? judged, DateTimeOffset now, CancellationToken ct)
    {
        var policy = await policies.GetAsync(ask.Role, ask.Scope, ct);
        var held = await schedules.OpenOfAsync([ask.Principal], ScheduleKind.Assignment, ask.Role, now, ct);
        var waits = await requests.HasPendingAsync(ask.Principal, ask.Role, ask.Scope, ScheduleKind.Assignment, judged?.Id, ct);
        return new ActivationFacts(
            now, policy, await EligibilitiesAsync(ask, now, ct),
            [.. held.Where(schedule => schedule.Scope == ask.Scope && schedule.Id != judged?.Schedule)],
            waits, hasFreshMfa, judged is not null || await HasApproverAsync(ask, policy.Activation, now, ct));
    }

    private async Task<bool> HasApproverAsync(ActivationAsk ask, ActivationSettings settings, DateTimeOffset now, CancellationToken ct) =>
        !settings.RequiresApproval || (await approvers.OfAsync(settings, now, ct)).Any(person => person.Id != ask.Principal);

    private async Task<IReadOnlyList<Schedule>> EligibilitiesAsync(ActivationAsk ask, DateTimeOffset now, CancellationToken ct)
    {
        if (await directory.FindAsync(ask.Principal, ct) is not { IsEnabled: true })
        {
            return [];
        }

        var groups = await directory.GroupsOfAsync(ask.Principal, ct);
        var eligible = await schedules.OpenOfAsync([ask.Principal, .. groups], ScheduleKind.Eligibility, ask.Role, now, ct);
        return [.. eligible.Where(schedule => schedule.Scope == ask.Scope)];
    }
}
