using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeDirectory(FakeMemory memory) : IDirectory
{
    public Task<Principal?> FindAsync(PrincipalId id, CancellationToken ct) => Task.FromResult(memory.Now.Principals.GetValueOrDefault(id));

    public Task<Principal?> FindByNameAsync(UserPrincipalName name, CancellationToken ct) =>
        Task.FromResult(memory.Now.Principals.Values.FirstOrDefault(principal => principal.UserPrincipalName == name));

    public Task<IReadOnlyList<Principal>> FindGroupsAsync(string displayName, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Principal>>(
        [
            .. memory.Now.Principals.Values.Where(principal =>
                principal.Kind == PrincipalKind.Group && Fold(principal.DisplayName) == Fold(displayName)),
        ]);

    public Task<IReadOnlyDictionary<PrincipalId, Principal>> FindManyAsync(
        IReadOnlyCollection<PrincipalId> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<PrincipalId, Principal>>(
            ids.Distinct().Where(memory.Now.Principals.ContainsKey).ToDictionary(id => id, id => memory.Now.Principals[id]));

    public Task<IReadOnlyList<Principal>> FindUsersAsync(IReadOnlyCollection<UserPrincipalName> names, CancellationToken ct)
    {
        var wanted = names.ToHashSet();
        return Task.FromResult<IReadOnlyList<Principal>>(
            [.. memory.Now.Principals.Values.Where(principal => principal.UserPrincipalName is { } name && wanted.Contains(name))]);
    }

    public Task<IReadOnlyDictionary<PrincipalId, DateTimeOffset?>> GroupsOfAsync(PrincipalId id, DateTimeOffset now, CancellationToken ct)
    {
        var steps = StepsAt(now);
        var groups = new Dictionary<PrincipalId, DateTimeOffset> { [id] = DateTimeOffset.MaxValue };
        for (var grows = true; grows;)
        {
            grows = false;
            foreach (var step in steps.Where(step => groups.ContainsKey(step.Member)))
            {
                var until = step.Until < groups[step.Member] ? step.Until : groups[step.Member];
                if (!groups.TryGetValue(step.Group, out var known) || known < until)
                {
                    groups[step.Group] = until;
                    grows = true;
                }
            }
        }

        return Task.FromResult<IReadOnlyDictionary<PrincipalId, DateTimeOffset?>>(groups.Where(group => group.Key != id)
            .ToDictionary(group => group.Key, group => group.Value == DateTimeOffset.MaxValue ? (DateTimeOffset?)null : group.Value));
    }

    public Task<IReadOnlyList<Principal>> EnabledUsersInAsync(IReadOnlyCollection<PrincipalId> ids, DateTimeOffset now, CancellationToken ct)
    {
        var members = Within(ids, now);
        return Task.FromResult<IReadOnlyList<Principal>>(
        [
            .. members.Where(memory.Now.Principals.ContainsKey).Select(id => memory.Now.Principals[id])
                .Where(principal => principal is { Kind: PrincipalKind.User, IsEnabled: true }),
        ]);
    }

    public Task<IReadOnlyList<PrincipalId>> DirectGroupsOfAsync(PrincipalId id, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PrincipalId>>(
            [.. memory.Now.Memberships.Where(membership => membership.Member == id).Select(membership => membership.Group)]);

    public Task<IReadOnlyList<Membership>> MembershipsOfAsync(IReadOnlyCollection<PrincipalId> members, CancellationToken ct)
    {
        var wanted = members.ToHashSet();
        return Task.FromResult<IReadOnlyList<Membership>>(
            [.. memory.Now.Memberships.Where(membership => wanted.Contains(membership.Member))]);
    }

    public Task<Page<Principal>> MembersAsync(PrincipalId group, DateTimeOffset now, PageAsk page, CancellationToken ct)
    {
        var members = StepsAt(now).Where(step => step.Group == group).Select(step => step.Member).ToHashSet();
        return Task.FromResult(ByName(memory.Now.Principals.Values.Where(principal => members.Contains(principal.Id))).Cut(page, Id));
    }

    public Task<Page<Principal>> ListGroupsAsync(GroupQuery query, PageAsk page, CancellationToken ct) =>
        Task.FromResult(ByName(memory.Now.Principals.Values
            .Where(principal => principal.Kind == PrincipalKind.Group && (query.Id is null || principal.Id == query.Id))
            .Where(group => query.Within?.Includes(PlaceOf(group)) ?? true)
            .Where(group => query.IsUnderPim is not { } under || under == IsUnderPim(group))
            .Where(group => Contains(group.DisplayName, query.Search) || Contains(group.Mail, query.Search))).Cut(page, Id));

    public Task<IReadOnlyDictionary<PrincipalId, int>> CountMembersAsync(
        IReadOnlyCollection<PrincipalId> groups, DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<PrincipalId, int>>(StepsAt(now).Where(step => groups.Contains(step.Group))
            .GroupBy(step => step.Group, step => step.Member).ToDictionary(members => members.Key, members => members.Distinct().Count()));

    public Task<Page<Principal>> SearchAsync(string? text, PrincipalKind? kind, PageAsk page, CancellationToken ct) =>
        Task.FromResult(ByName(memory.Now.Principals.Values
            .Where(principal => kind is null || principal.Kind == kind)
            .Where(principal => Contains(principal.DisplayName, text) || Contains(principal.UserPrincipalName?.Value, text)
                || Contains(principal.Mail, text))).Cut(page, Id));

    public Task<Page<Principal>> ListAsync(PrincipalQuery query, PageAsk page, CancellationToken ct)
    {
        var found = ByName(Found(query));
        return Task.FromResult((query.Descending ? found.Reverse() : found).Cut(page, Id));
    }

    public Task<int> CountAsync(PrincipalQuery query, CancellationToken ct) => Task.FromResult(Found(query).Count());

    public Task SaveAsync(Principal principal, CancellationToken ct) => SaveManyAsync([principal], ct);

    public Task SaveManyAsync(IReadOnlyCollection<Principal> principals, CancellationToken ct)
    {
        memory.Write(now => now with
        {
            Principals = now.Principals.SetItems(principals.Select(principal => KeyValuePair.Create(principal.Id, principal))),
        });
        return Task.CompletedTask;
    }

    public Task NoteSignInAsync(PrincipalId user, DateTimeOffset now, CancellationToken ct)
    {
        memory.Write(held => held with { SignIns = held.SignIns.SetItem(user, now) });
        return Task.CompletedTask;
    }

    public Task AddMembershipAsync(Membership membership, CancellationToken ct)
    {
        memory.Write(now => now with { Memberships = now.Memberships.Add(membership) });
        return Task.CompletedTask;
    }

    public Task RemoveMembershipAsync(Membership membership, CancellationToken ct)
    {
        memory.Write(now => now with { Memberships = now.Memberships.Remove(membership) });
        return Task.CompletedTask;
    }

    public Task ChangeMembershipsAsync(
        IReadOnlyCollection<Membership> added, IReadOnlyCollection<Membership> removed, CancellationToken ct)
    {
        memory.Write(now => now with { Memberships = now.Memberships.Except(removed).Union(added) });
        return Task.CompletedTask;
    }

    public Task<bool> IsEmptyAsync(CancellationToken ct) =>
        Task.FromResult(memory.Now.Principals.Values.All(principal => principal.Kind != PrincipalKind.User));

    internal static string Fold(string text) => text.ToUpperInvariant();

    internal static bool Contains(string? value, string? text) =>
        string.IsNullOrWhiteSpace(text) || (value is not null && Fold(value).Contains(Fold(text.Trim()), StringComparison.Ordinal));

    internal static bool Meets(string? value, TextMatch? match) => match is null || (value is not null && (match.IsBeginning
        ? Fold(value).StartsWith(Fold(match.Text), StringComparison.Ordinal)
        : Fold(value) == Fold(match.Text)));

    private IEnumerable<Principal> Found(PrincipalQuery query) => memory.Now.Principals.Values
        .Where(principal => principal.Kind == query.Kind && (query.Id is null || principal.Id == query.Id))
        .Where(principal => Meets(principal.DisplayName, query.DisplayName))
        .Where(principal => Meets(principal.UserPrincipalName?.Value, query.UserPrincipalName))
        .Where(principal => query.Mail is null || Meets(principal.Mail, new TextMatch(query.Mail, IsBeginning: false)));

    private static Place PlaceOf(Principal group) => new(Scope.OfGroup(group.Id), []) { IsRoleAssignable = group.IsRoleAssignable };

    private bool IsUnderPim(Principal group) => memory.Now.Schedules.Values.Any(one => one.Scope.Group == group.Id)
        || memory.Now.Policies.Any(one => one.Scope.Group == group.Id);

    private static IEnumerable<Principal> ByName(IEnumerable<Principal> principals) =>
        principals.OrderBy(principal => Fold(principal.DisplayName), StringComparer.Ordinal).ThenBy(Id);

    private static Guid Id(Principal principal) => principal.Id.Value;

    private List<(PrincipalId Member, PrincipalId Group, DateTimeOffset Until)> StepsAt(DateTimeOffset now) =>
    [
        .. memory.Now.Memberships.Select(one => (one.Member, one.Group, DateTimeOffset.MaxValue)),
        .. memory.Now.Schedules.Values
            .Where(one => one is { Kind: ScheduleKind.Assignment, Scope.Group: not null } && one.Role == GroupRoles.Member && one.IsInForceAt(now))
            .Select(one => (one.Principal, one.Scope.Group!.Value, one.Effective.End ?? DateTimeOffset.MaxValue)),
    ];

    private HashSet<PrincipalId> Within(IReadOnlyCollection<PrincipalId> from, DateTimeOffset now)
    {
        var steps = StepsAt(now).ToLookup(step => step.Group, step => step.Member);
        var reached = from.ToHashSet();
        var open = new Queue<PrincipalId>(reached);
        while (open.TryDequeue(out var next))
        {
            foreach (var member in steps[next].Where(reached.Add))
            {
                open.Enqueue(member);
            }
        }

        return reached;
    }
}
