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
        var steps = FakeRelations.StepsAt(memory, now);
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
        var members = FakeRelations.Within(memory, ids, now);
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
        var members = FakeRelations.StepsAt(memory, now).Where(step => step.Group == group).Select(step => step.Member).ToHashSet();
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
        Task.FromResult<IReadOnlyDictionary<PrincipalId, int>>(FakeRelations.StepsAt(memory, now).Where(step => groups.Contains(step.Group))
            .GroupBy(step => step.Group, step => step.Member).ToDictionary(members => members.Key, members => members.Distinct().Count()));

    public Task<Page<Principal>> SearchAsync(string? text, PrincipalKind? kind, PageAsk page, CancellationToken ct) =>
        Task.FromResult(ByName(memory.Now.Principals.Values
            .Where(principal => kind is null || principal.Kind == kind)
            .Where(principal => Contains(principal.DisplayName, text) || Contains(principal.UserPrincipalName?.Value, text)
                || Contains(principal.Mail, text))).Cut(page, Id));

    public Task<Page<Principal>> ListAsync(PrincipalQuery query, PageAsk page, CancellationToken ct)
    {
        var found = ByName(Found(memory, query));
        return Task.FromResult((query.Descending ? found.Reverse() : found).Cut(page, Id));
    }

    public Task<int> CountAsync(PrincipalQuery query, CancellationToken ct) => Task.FromResult(Found(memory, query).Count());

    /// <summary>Everybody and everything, in no order.</summary>
    public IEnumerable<Principal> All => memory.Now.Principals.Values;

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

    internal static IEnumerable<Principal> Found(FakeMemory memory, PrincipalQuery query) => FakeRelations.Of(memory, query)
        .Where(principal => query.Kinds.Count == 0 || query.Kinds.Contains(principal.Kind))
        .Where(principal => query.Ids?.Contains(principal.Id) ?? true)
        .Where(principal => Meets(principal.DisplayName, query.DisplayName))
        .Where(principal => Meets(principal.UserPrincipalName?.Value, query.UserPrincipalName))
        .Where(principal => query.Mail is null || Meets(principal.Mail, new TextMatch(query.Mail, IsBeginning: false)))
        .Where(principal => query.AppId is null || principal.AppId == query.AppId)
        .Where(principal => query.IsRoleAssignable is not { } assignable || principal.IsRoleAssignable == assignable)
        .Where(principal => query.IsEnabled is not { } enabled || principal.IsEnabled == enabled)
        .Where(principal => query.HasMail is not { } mail || (principal.Mail is not null) == mail)
        .Where(principal => query.Search is not { } search || IsFound(principal, search));

    private static bool IsFound(Principal principal, PrincipalSearch search) => new (string? Value, string? Text)[]
    {
        (principal.DisplayName, search.DisplayName), (principal.UserPrincipalName?.Value, search.UserPrincipalName),
        (principal.Mail, search.Mail),
    }.Any(one => !string.IsNullOrWhiteSpace(one.Text) && Contains(one.Value, one.Text));

    private static Place PlaceOf(Principal group) => new(Scope.OfGroup(group.Id), []) { IsRoleAssignable = group.IsRoleAssignable };

    private bool IsUnderPim(Principal group) => memory.Now.Schedules.Values.Any(one => one.Scope.Group == group.Id)
        || memory.Now.Policies.Any(one => one.Scope.Group == group.Id);

    private static IEnumerable<Principal> ByName(IEnumerable<Principal> principals) =>
        principals.OrderBy(principal => Fold(principal.DisplayName), StringComparer.Ordinal).ThenBy(Id);

    private static Guid Id(Principal principal) => principal.Id.Value;
}
