using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Gathers what the judgement of an activation rests on, always from the stores, never from the caller.</summary>
public sealed class ActivationFactsReader(
    IDirectory directory, IScheduleStore schedules, IRequestStore requests, IPolicyStore policies, Places places, Approvers approvers,
    ActivationOptions options)
{
    /// <summary>The facts about an ask.</summary>
    /// <param name="ask">The ask.</param>
    /// <param name="proof">How well the asker's session proved who they are when asking.</param>
    /// <param name="judged">The request that is judged again; it and its own schedule do not speak against it. Null for a new ask.</param>
    /// <param name="now">The moment of the judgement.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ActivationFacts> ReadAsync(
        ActivationAsk ask, SessionProof proof, ScheduleRequest? judged, DateTimeOffset now, CancellationToken ct)
    {
        var policy = await policies.GetAsync(ask.Role, ask.Scope, ct);
        var held = await schedules.OpenOfAsync([ask.Principal], ScheduleKind.Assignment, ask.Role, now, ct);
        var waits = await requests.HasPendingAsync(ask.Principal, ask.Role, ask.Scope, ScheduleKind.Assignment, judged?.Id, ct);
        var asked = judged is null ? await AskedAsync(ask, policy.Activation, now, ct) : [];
        return new ActivationFacts(
            now, policy, await EligibilitiesAsync(ask, now, ct),
            [.. held.Where(schedule => schedule.Scope == ask.Scope && schedule.Id != judged?.Schedule && schedule.Id != ask.Extends)],
            waits, proof.HasFreshMfa,
            judged is not null || !policy.Activation.RequiresApproval || asked.Count > 0)
        {
            Contexts = proof.Contexts,
            MeetsContext = options.MeetsContext(policy.Activation, proof),
            Approvers = asked,
            Extended = ask.Extends is { } id ? OwnActivation(await schedules.FindAsync(id, ct), ask) : null,
        };
    }

    /// <summary>The eligibilities of the asker for the role, at this scope and above it, that were open at a moment; none for one who is unknown or disabled.</summary>
    public async Task<IReadOnlyList<Schedule>> EligibilitiesAsync(ActivationAsk ask, DateTimeOffset now, CancellationToken ct)
    {
        if (await directory.FindAsync(ask.Principal, ct) is not { IsEnabled: true })
        {
            return [];
        }

        // An eligibility counts where it is and below, and through a group no longer than one stays in that.
        var place = await places.FindAsync(ask.Scope, ct);
        var groups = await directory.GroupsOfAsync(ask.Principal, now, ct);
        var eligible = await schedules.OpenOfAsync([ask.Principal, .. groups.Keys], ScheduleKind.Eligibility, ask.Role, now, ct);
        return
        [
            .. eligible.Where(schedule => place?.IsWithin(schedule.Scope) == true)
                .Select(schedule => schedule.Until(groups.GetValueOrDefault(schedule.Principal))),
        ];
    }

    private static Schedule? OwnActivation(Schedule? found, ActivationAsk ask) =>
        found is { Type: AssignmentType.Activated } && (found.Principal, found.Role) == (ask.Principal, ask.Role) && found.Scope == ask.Scope
            ? found
            : null;

    private async Task<IReadOnlyList<Principal>> AskedAsync(
        ActivationAsk ask, ActivationSettings settings, DateTimeOffset now, CancellationToken ct) => settings.RequiresApproval
        ? [.. (await approvers.OfAsync(settings, now, ct)).Where(person => person.Id != ask.Principal)]
        : [];
}
