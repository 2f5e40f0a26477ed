using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>
/// Says for somebody what an activation of a role would meet now, rule by rule, and how they hold it already. Called on the server
/// itself, not by a signed-in person; writes nothing.
/// </summary>
public sealed class ExplainActivation(
    ActivationPreviews previews, IDirectory directory, IScheduleStore schedules, IPolicyStore policies, Places places, TimeProvider clock)
{
    /// <param name="person">Who.</param>
    /// <param name="role">Which role.</param>
    /// <param name="scope">Where.</param>
    /// <param name="duration">How long it would last; null is the longest that is allowed.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The judgement of an ask in which nothing but the duration is filled in yet.</returns>
    public async Task<Outcome<ActivationExplanation>> ExecuteAsync(
        PrincipalId person, RoleDefinitionId role, Scope scope, TimeSpan? duration, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await directory.FindAsync(person, ct) is not { } who)
        {
            return new Refusal(RefusalCode.SubjectNotFound, "There is no such user.");
        }

        var longest = (await policies.GetAsync(role, scope, ct)).Activation.MaximumDuration;
        var ask = new ActivationAsk(person, role, scope) { Expiration = new Expiration.AfterDuration(duration ?? longest) };
        return await (await previews.OfAsync(ask, SessionProof.None, now, ct)).ThenAsync(
            async preview => new ActivationExplanation(who, ask, preview, await HeldAsync(who, role, scope, now, ct)));
    }

    private async Task<IReadOnlyList<HeldAssignment>> HeldAsync(
        Principal who, RoleDefinitionId role, Scope scope, DateTimeOffset now, CancellationToken ct)
    {
        var place = await places.FindAsync(scope, ct);
        var groups = await directory.GroupsOfAsync(who.Id, now, ct);
        var open = await schedules.OpenOfAsync([who.Id, .. groups.Keys], ScheduleKind.Assignment, role, now, ct);
        var holders = await directory.FindManyAsync([.. open.Select(held => held.Principal).Distinct()], ct);
        var found = new List<HeldAssignment>();
        foreach (var held in open.Where(one => one.IsInForceAt(now) && place?.IsWithin(one.Scope) == true).OrderBy(one => one.Effective.Start))
        {
            var restsOn = held.ActivatedUsing is { } eligibility ? await schedules.FindAsync(eligibility, ct) : null;
            found.Add(new HeldAssignment(held.Until(groups.GetValueOrDefault(held.Principal)), holders[held.Principal], restsOn));
        }

        return found;
    }
}
