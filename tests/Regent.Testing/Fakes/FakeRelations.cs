using System.Diagnostics;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

/// <summary>Who is tied to whom in the fakes' memory.</summary>
internal static class FakeRelations
{
    /// <summary>The steps from a member up to a group that can be taken at this moment.</summary>
    public static List<(PrincipalId Member, PrincipalId Group, DateTimeOffset Until)> StepsAt(FakeMemory memory, DateTimeOffset now) =>
    [
        .. memory.Now.Memberships.Select(one => (one.Member, one.Group, DateTimeOffset.MaxValue)),
        .. memory.Now.Schedules.Values
            .Where(one => one is { Kind: ScheduleKind.Assignment, Scope.Group: not null } && one.Role == GroupRoles.Member && one.IsInForceAt(now))
            .Select(one => (one.Principal, one.Scope.Group!.Value, one.Effective.End ?? DateTimeOffset.MaxValue)),
    ];

    /// <summary>These and all that is in them.</summary>
    public static HashSet<PrincipalId> Within(FakeMemory memory, IReadOnlyCollection<PrincipalId> from, DateTimeOffset now) =>
        Reach(from, StepsAt(memory, now).ToLookup(step => step.Group, step => step.Member));

    /// <summary>The principals in the query's relation; all of them where it names none.</summary>
    public static IEnumerable<Principal> Of(FakeMemory memory, PrincipalQuery query)
    {
        var steps = StepsAt(memory, query.At);
        return query.Relation switch
        {
            null => memory.Now.Principals.Values,
            PrincipalRelation.MembersOf(var group, false) => Known(steps.Where(step => step.Group == group).Select(step => step.Member), group),
            PrincipalRelation.MembersOf(var group, true) => Known(Within(memory, [group], query.At), group),
            PrincipalRelation.GroupsOf(var member, false) => Known(steps.Where(step => step.Member == member).Select(step => step.Group), member),
            PrincipalRelation.GroupsOf(var member, true) => Known(Reach([member], steps.ToLookup(step => step.Member, step => step.Group)), member),
            PrincipalRelation.OwnersOf(var group) => Known(Assigned(GroupRoles.Owner, Scope.OfGroup(group)), besides: null),
            PrincipalRelation.HoldersOf(var role) => Known(Assigned(role, Scope.Tenant), besides: null),
            _ => throw new UnreachableException(),
        };

        IEnumerable<Principal> Known(IEnumerable<PrincipalId> ids, PrincipalId? besides) =>
            ids.Distinct().Where(id => id != besides).Select(memory.Now.Principals.GetValueOrDefault).OfType<Principal>();

        IEnumerable<PrincipalId> Assigned(RoleDefinitionId role, Scope scope) => memory.Now.Schedules.Values
            .Where(one => one.Kind == ScheduleKind.Assignment && one.Role == role && one.Scope == scope && one.IsInForceAt(query.At))
            .Select(one => one.Principal);
    }

    private static HashSet<PrincipalId> Reach(IReadOnlyCollection<PrincipalId> from, ILookup<PrincipalId, PrincipalId> next)
    {
        var reached = from.ToHashSet();
        var open = new Queue<PrincipalId>(reached);
        while (open.TryDequeue(out var one))
        {
            foreach (var other in next[one].Where(reached.Add))
            {
                open.Enqueue(other);
            }
        }

        return reached;
    }
}
