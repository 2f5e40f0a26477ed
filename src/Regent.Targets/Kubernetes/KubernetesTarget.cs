using System.Collections.Concurrent;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Targets.Kubernetes;

/// <summary>The role bindings of a cluster. Regent makes one of its own for each holding, and changes no others.</summary>
internal sealed class KubernetesTarget(KubernetesTargetOptions options, TimeProvider clock) : ITarget
{
    private const int AtOnce = 8;

    private readonly KubernetesCluster cluster = new(options, clock);

    public ValueTask DisposeAsync()
    {
        cluster.Dispose();
        return ValueTask.CompletedTask;
    }

    public Task<IReadOnlyList<TargetFinding>> CheckAsync(CancellationToken ct) => new KubernetesCheck(cluster, options).RunAsync(ct);

    public async Task<IReadOnlyList<TargetAnswer>> GrantAsync(IReadOnlyList<TargetGrant> grants, CancellationToken ct)
    {
        var roles = await RolesAsync(grants.Select(grant => grant.Holding.Entitlement), ct);
        var gone = new Gone();
        return await EachAsync(
            grants, (grant, stop) => gone.UnlessAsync(() => GrantAsync(grant.Holding, roles[grant.Holding.Entitlement], stop)), ct);
    }

    public async Task<IReadOnlyList<TargetAnswer>> RevokeAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        var bindings = await BindingsAsync(holdings, ct);
        var gone = new Gone();
        return await EachAsync(holdings, (holding, stop) => gone.UnlessAsync(() => RevokeAsync(holding, bindings, stop)), ct);
    }

    public async Task<IReadOnlyList<Observation>> ObserveAsync(IReadOnlyList<Holding> holdings, CancellationToken ct)
    {
        var bindings = await BindingsAsync(holdings, ct);
        return [.. holdings.Select(holding =>
            !RolePlace.TryParse(holding.Entitlement, out var place) ? Observation.Absent
            : bindings[place.Namespace ?? ""] is { Trouble: { } trouble } ? Observation.Unseen(trouble)
            : GivenBy(bindings, place, holding.Account).Any() ? Observation.Held
            : Observation.Absent)];
    }

    public async Task<TargetList> ListAsync(IReadOnlyCollection<string> entitlements, CancellationToken ct)
    {
        var roles = await RolesAsync(entitlements, ct);
        if (roles.Values.Select(answer => answer).FirstOrDefault(answer => answer.Result is not (TargetResult.Done or TargetResult.UnknownEntitlement)) is { } why)
        {
            return TargetList.Failed(why);
        }

        var known = entitlements.Distinct(StringComparer.Ordinal).Where(one => roles[one].IsDone).ToList();
        var bindings = await BindingsAsync(known.Select(one => new Holding("", one)), ct);
        if (bindings.Values.FirstOrDefault(one => one.Trouble is not null)?.Trouble is { } trouble)
        {
            return TargetList.Failed(trouble);
        }

        var holdings =
            from entitlement in known
            let place = RolePlace.TryParse(entitlement, out var parsed) ? parsed : null
            from binding in bindings[place.Namespace ?? ""].Value!
            where binding.Place == place
            from subject in binding.Subjects
            select new Holding(subject.AccountIn(options.AccountKind), entitlement);
        return new TargetList([.. holdings.Distinct()], [.. roles.Where(one => !one.Value.IsDone).Select(one => one.Key)], Trouble: null);
    }

    private async Task<TargetAnswer> GrantAsync(Holding holding, TargetAnswer role, CancellationToken ct)
    {
        if (!role.IsDone || !RolePlace.TryParse(holding.Entitlement, out var place))
        {
            return role;
        }

        if (BoundSubject.Of(holding.Account, options.AccountKind) is not { } subject)
        {
            return TargetAnswer.UnknownAccount(holding.Account);
        }

        var gift = new RoleGift(place, subject);
        var made = await cluster.CreateAsync(gift, ct);
        return made.IsConflict ? await KeepAsync(gift, ct) : made.Trouble ?? TargetAnswer.Done;
    }

    // There is one by that name: it is kept when it gives just this, made anew when somebody changed it, and left alone when it is not Regent's.
    private async Task<TargetAnswer> KeepAsync(RoleGift gift, CancellationToken ct)
    {
        var found = await cluster.BindingAsync(gift.Place.Namespace, gift.Name, ct);
        if (found.Value is not { } binding)
        {
            return found.Trouble!;
        }

        if (!binding.HasLabel)
        {
            return TargetAnswer.Refused($"The binding {binding.Name} is not Regent's: it lacks the label {RoleGift.Label}={RoleGift.Owner}.");
        }

        if (binding.Place == gift.Place && binding.Subjects is [var only] && only == gift.Subject)
        {
            return TargetAnswer.Done;
        }

        var removed = await cluster.DeleteAsync(binding, ct);
        return removed.Trouble is { } trouble && !removed.IsMissing ? trouble : (await cluster.CreateAsync(gift, ct)).Trouble ?? TargetAnswer.Done;
    }

    private async Task<TargetAnswer> RevokeAsync(
        Holding holding, IReadOnlyDictionary<string, KubernetesReply<IReadOnlyList<RoleBound>>> bindings, CancellationToken ct)
    {
        if (!RolePlace.TryParse(holding.Entitlement, out var place))
        {
            return TargetAnswer.Done;
        }

        if (bindings[place.Namespace ?? ""].Trouble is { } unread)
        {
            return unread;
        }

        var given = GivenBy(bindings, place, holding.Account).ToList();
        foreach (var binding in given.Where(one => one.IsOwn))
        {
            var removed = await cluster.DeleteAsync(binding, ct);
            if (removed.Trouble is { } trouble && !removed.IsMissing)
            {
                return trouble;
            }
        }

        return given.Find(one => !one.IsOwn) is { } other
            ? TargetAnswer.Refused($"{holding.Account} has it by the binding {other.Name} too, which is not Regent's alone; take it away there.")
            : TargetAnswer.Done;
    }

    private IEnumerable<RoleBound> GivenBy(
        IReadOnlyDictionary<string, KubernetesReply<IReadOnlyList<RoleBound>>> bindings, RolePlace place, string account) =>
        bindings[place.Namespace ?? ""].Value!.Where(binding => binding.Gives(place, account, options.AccountKind));

    // The bindings of each namespace that is named, the cluster's under no name.
    private async Task<IReadOnlyDictionary<string, KubernetesReply<IReadOnlyList<RoleBound>>>> BindingsAsync(
        IEnumerable<Holding> holdings, CancellationToken ct)
    {
        var homes = holdings.Select(one => RolePlace.TryParse(one.Entitlement, out var place) ? place.Namespace ?? "" : null).OfType<string>().Distinct().ToList();
        var found = new ConcurrentDictionary<string, KubernetesReply<IReadOnlyList<RoleBound>>>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(homes, Several(ct), async (home, stop) => found[home] = await cluster.BindingsAsync(home == "" ? null : home, stop));
        return found;
    }

    // The cluster takes bindings to roles that do not exist: they would give access on the day somebody makes one.
    private async Task<IReadOnlyDictionary<string, TargetAnswer>> RolesAsync(IEnumerable<string> entitlements, CancellationToken ct)
    {
        var found = new ConcurrentDictionary<string, TargetAnswer>(StringComparer.Ordinal);
        var gone = new Gone();
        await Parallel.ForEachAsync(entitlements.Distinct(StringComparer.Ordinal), Several(ct), async (entitlement, stop) =>
            found[entitlement] = await gone.UnlessAsync(() => RoleAsync(entitlement, stop)));
        return found;
    }

    private async Task<TargetAnswer> RoleAsync(string entitlement, CancellationToken ct)
    {
        if (!RolePlace.TryParse(entitlement, out var place))
        {
            return TargetAnswer.UnknownEntitlement(entitlement);
        }

        var reply = await cluster.RoleAsync(place, ct);
        return reply.IsMissing ? TargetAnswer.UnknownEntitlement(entitlement) : reply.Trouble ?? TargetAnswer.Done;
    }

    private static async Task<IReadOnlyList<TargetAnswer>> EachAsync<T>(
        IReadOnlyList<T> all, Func<T, CancellationToken, Task<TargetAnswer>> one, CancellationToken ct)
    {
        var answers = new TargetAnswer[all.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, all.Count), Several(ct), async (index, stop) => answers[index] = await one(all[index], stop));
        return answers;
    }

    private static ParallelOptions Several(CancellationToken ct) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };

    /// <summary>Remembers within one call that the cluster does not answer, so that it is not waited for once for each holding.</summary>
    private sealed class Gone
    {
        private volatile TargetAnswer? why;

        public async Task<TargetAnswer> UnlessAsync(Func<Task<TargetAnswer>> call)
        {
            var answer = why ?? await call();
            why ??= answer.Result == TargetResult.Unreachable ? answer : null;
            return answer;
        }
    }
}
