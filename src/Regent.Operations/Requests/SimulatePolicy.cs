using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>
/// Judges the activation requests of the past again, as if other settings had held. Called on the server itself, not by a signed-in
/// person; writes nothing.
/// </summary>
public sealed class SimulatePolicy(
    IRoleStore roles, IRequestStore requests, IPolicyStore policies, Places places, Approvers approvers, ActivationFactsReader reader,
    IScheduleStore schedules, ActivationOptions options, TimeProvider clock)
{
    private static readonly RequestAction[] Activations = [RequestAction.SelfActivate, RequestAction.SelfExtend];

    /// <param name="role">The role whose settings would change.</param>
    /// <param name="scope">Where.</param>
    /// <param name="change">Changes the settings as they are now.</param>
    /// <param name="past">How far to look back.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Simulation>> ExecuteAsync(
        RoleDefinitionId role, Scope scope, Func<ActivationSettings, ActivationSettings> change, TimeSpan past, CancellationToken ct)
    {
        if (await roles.FindAsync(role, ct) is not { } definition)
        {
            return Refusals.UnknownRole;
        }

        return await (await places.ForAsync(definition, scope, ct)).ThenAsync<Place, Simulation>(async place =>
        {
            var since = clock.GetUtcNow() - past;
            var now = await policies.GetAsync(role, place.Scope, ct);
            var changed = now with { Activation = change(now.Activation) };
            return changed.Check() is [_, ..] problems
                ? new Outcome<Simulation>.Refused(problems)
                : new Simulation(definition, now, changed, since, await JudgeAsync(changed, since, ct));
        });
    }

    private async Task<IReadOnlyList<SimulatedRequest>> JudgeAsync(RolePolicy changed, DateTimeOffset since, CancellationToken ct)
    {
        var versions = new Dictionary<int, PastPolicy>();
        var after = await WithApproversAsync(changed, ct);
        var judged = new List<SimulatedRequest>();
        foreach (var listing in await PastAsync(changed, since, ct))
        {
            var version = listing.Request.PolicyVersion;
            if (!versions.TryGetValue(version, out var before))
            {
                before = await WithApproversAsync(
                    await policies.FindVersionAsync(changed.Role, changed.Scope, version, ct) ?? RolePolicy.Default(changed.Role, changed.Scope), ct);
                versions.Add(version, before);
            }

            judged.Add(await JudgeAsync(listing, before, after, ct));
        }

        return judged;
    }

    private async Task<IReadOnlyList<RequestListing>> PastAsync(RolePolicy policy, DateTimeOffset since, CancellationToken ct)
    {
        var query = new RequestQuery { Role = policy.Role, System = policy.Scope.System, Actions = Activations };
        var found = new List<RequestListing>();
        string? next = null;
        do
        {
            var page = await requests.ListAsync(query, new PageAsk(PageAsk.Largest, next), ct);
            var recent = page.Items.TakeWhile(listing => listing.Request.CreatedAt >= since).ToList();
            found.AddRange(recent.Where(listing => listing.Request.IsActivation && listing.Request.Scope.PolicyScope == policy.Scope));
            next = recent.Count == page.Items.Count ? page.Next : null;
        }
        while (next is not null);

        return found;
    }

    private async Task<PastPolicy> WithApproversAsync(RolePolicy policy, CancellationToken ct) => new(
        policy, policy.Activation.RequiresApproval ? await approvers.OfAsync(policy.Activation, clock.GetUtcNow(), ct) : []);

    private async Task<SimulatedRequest> JudgeAsync(RequestListing listing, PastPolicy before, PastPolicy after, CancellationToken ct)
    {
        var facts = await FactsAsync(listing, ct);
        return new SimulatedRequest(listing, Judge(listing.Request, before, facts), Judge(listing.Request, after, facts));
    }

    // It was accepted in its time, so nothing of the kind was held, and no other request was open.
    private async Task<ActivationFacts> FactsAsync(RequestListing listing, CancellationToken ct)
    {
        var request = listing.Request;
        var used = listing.Schedule?.ActivatedUsing is { } id ? await schedules.FindAsync(id, ct) : null;
        var eligibilities = used is not null
            ? [used]
            : (await reader.EligibilitiesAsync(request.Ask, request.CreatedAt, ct)).Where(one => one.CreatedAt <= request.CreatedAt);
        return new ActivationFacts(
            request.CreatedAt, RolePolicy.Default(request.Role, request.Scope), [.. eligibilities], Assignments: [], HasOpenRequest: false,
            request.Proof.HasFreshMfa, HasApprover: true)
        {
            Contexts = request.Proof.Contexts,
        };
    }

    private Verdict Judge(ScheduleRequest request, PastPolicy past, ActivationFacts facts)
    {
        var settings = past.Policy.Activation;
        Principal[] others = [.. past.Approvers.Where(person => person.Id != request.Principal)];
        return ActivationJudgement.JudgeAgain(request.Ask, facts with
        {
            Policy = past.Policy,
            MeetsContext = options.MeetsContext(settings, request.Proof),
            HasApprover = !settings.RequiresApproval || others.Length > 0,
            Approvers = others,
        });
    }

    private sealed record PastPolicy(RolePolicy Policy, IReadOnlyList<Principal> Approvers);
}
