using Regent.Core;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Access;
using Regent.Operations.Ports;

namespace Regent.Operations.Principals;

/// <summary>Lets those who manage a group, and only them, to who is in it.</summary>
public sealed class GroupMemberships(IDirectory directory, Places places, Authorities authorities)
{
    /// <summary>The group and the member as they stand, where both are known and the caller manages the group; else why not.</summary>
    public async Task<Outcome<Membered>> ManagedAsync(
        Caller caller, PrincipalId group, PrincipalId member, DateTimeOffset now, CancellationToken ct)
    {
        var scope = Scope.OfGroup(group);
        var known = await directory.FindManyAsync([group, member], ct);
        if (known.GetValueOrDefault(group) is not { Kind: PrincipalKind.Group } found || await places.FindAsync(scope, ct) is not { } place)
        {
            return Unknown("group", group);
        }

        if ((await authorities.OfAsync(caller, now, ct)).RefusalAt(place, scope) is { } refusal)
        {
            return refusal;
        }

        if (known.GetValueOrDefault(member) is not { } who)
        {
            return Unknown("user, group or service principal", member);
        }

        var listed = (await directory.DirectGroupsOfAsync(member, ct)).Contains(group);
        var members = new PrincipalQuery
        {
            Ids = [member],
            Relation = new PrincipalRelation.MembersOf(group, IsTransitive: false),
            At = now,
        };
        return new Membered(found, who, listed, listed || await directory.CountAsync(members, ct) > 0);
    }

    private static Refusal Unknown(string kind, PrincipalId id) => new(RefusalCode.PrincipalNotFound, $"There is no {kind} {id}.");
}
