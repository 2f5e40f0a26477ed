using Regent.Core.Principals;

namespace Regent.Operations.Ports;

/// <summary>Who there is, and who belongs to which group.</summary>
public interface IDirectory
{
    /// <summary>One principal; null when unknown.</summary>
    Task<Principal?> FindAsync(PrincipalId id, CancellationToken ct);

    /// <summary>One user by sign-in name, without regard to letter case; null when unknown.</summary>
    Task<Principal?> FindByNameAsync(UserPrincipalName name, CancellationToken ct);

    /// <summary>Groups of exactly this display name, without regard to letter case.</summary>
    Task<IReadOnlyList<Principal>> FindGroupsAsync(string displayName, CancellationToken ct);

    /// <summary>Those of the ids that are known.</summary>
    Task<IReadOnlyDictionary<PrincipalId, Principal>> FindManyAsync(IReadOnlyCollection<PrincipalId> ids, CancellationToken ct);

    /// <summary>The users with these sign-in names, without regard to letter case; each once, in no order.</summary>
    Task<IReadOnlyList<Principal>> FindUsersAsync(IReadOnlyCollection<UserPrincipalName> names, CancellationToken ct);

    /// <summary>
    /// Every group the principal belongs to at this moment, directly or through groups, by the directory or by an assignment in
    /// force, with the time until which it stays so by what is known now; null is without end. Cycles are harmless. Not itself.
    /// </summary>
    Task<IReadOnlyDictionary<PrincipalId, DateTimeOffset?>> GroupsOfAsync(PrincipalId id, DateTimeOffset now, CancellationToken ct);

    /// <summary>The enabled users among the ids and in the groups among them at this moment, nested ones included; each once.</summary>
    Task<IReadOnlyList<Principal>> EnabledUsersInAsync(IReadOnlyCollection<PrincipalId> ids, DateTimeOffset now, CancellationToken ct);

    /// <summary>The groups the principal is directly in by the directory.</summary>
    Task<IReadOnlyList<PrincipalId>> DirectGroupsOfAsync(PrincipalId id, CancellationToken ct);

    /// <summary>The direct memberships of all these members by the directory, in no order.</summary>
    Task<IReadOnlyList<Membership>> MembershipsOfAsync(IReadOnlyCollection<PrincipalId> members, CancellationToken ct);

    /// <summary>Direct members of a group at this moment, by the directory or by an assignment in force, by display name.</summary>
    Task<Page<Principal>> MembersAsync(PrincipalId group, DateTimeOffset now, PageAsk page, CancellationToken ct);

    /// <summary>A stretch of the groups the query describes.</summary>
    Task<Page<Principal>> ListGroupsAsync(GroupQuery query, PageAsk page, CancellationToken ct);

    /// <summary>How many direct members each of these groups has at this moment; a group without any is left out.</summary>
    Task<IReadOnlyDictionary<PrincipalId, int>> CountMembersAsync(
        IReadOnlyCollection<PrincipalId> groups, DateTimeOffset now, CancellationToken ct);

    /// <summary>Principals whose name, sign-in name or mail contains the text, by display name; all when it is empty.</summary>
    Task<Page<Principal>> SearchAsync(string? text, PrincipalKind? kind, PageAsk page, CancellationToken ct);

    /// <summary>A stretch of the list the query describes.</summary>
    Task<Page<Principal>> ListAsync(PrincipalQuery query, PageAsk page, CancellationToken ct);

    /// <summary>How many the query finds.</summary>
    Task<int> CountAsync(PrincipalQuery query, CancellationToken ct);

    /// <summary>Adds the principal, or replaces the one with its id.</summary>
    Task SaveAsync(Principal principal, CancellationToken ct);

    /// <summary>Adds or replaces many at once. No two of them, and nobody else, may have the same sign-in name.</summary>
    Task SaveManyAsync(IReadOnlyCollection<Principal> principals, CancellationToken ct);

    /// <summary>Notes that a user signed in; saving a principal changes nothing about it. One who is unknown is no error.</summary>
    Task NoteSignInAsync(PrincipalId user, DateTimeOffset now, CancellationToken ct);

    /// <summary>Adds a membership to the directory; one that is there stays.</summary>
    Task AddMembershipAsync(Membership membership, CancellationToken ct);

    /// <summary>Removes a membership from the directory; one that is not there is no error.</summary>
    Task RemoveMembershipAsync(Membership membership, CancellationToken ct);

    /// <summary>Removes and adds many memberships at once. Those to add are not there, those to remove are.</summary>
    Task ChangeMembershipsAsync(IReadOnlyCollection<Membership> added, IReadOnlyCollection<Membership> removed, CancellationToken ct);

    /// <summary>Whether there is no user at all.</summary>
    Task<bool> IsEmptyAsync(CancellationToken ct);
}
