using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Ports;

/// <summary>What ties principals to a group, a member or a role. Cycles are harmless, and nobody belongs to themselves.</summary>
public abstract record PrincipalRelation
{
    private PrincipalRelation()
    {
    }

    /// <summary>Those in a group, by the directory or by an assignment in force; through groups in it as well, or directly only.</summary>
    public sealed record MembersOf(PrincipalId Group, bool IsTransitive) : PrincipalRelation;

    /// <summary>The groups somebody is in; also those above these, or directly only.</summary>
    public sealed record GroupsOf(PrincipalId Member, bool IsTransitive) : PrincipalRelation;

    /// <summary>Those who are assigned owners of a group.</summary>
    public sealed record OwnersOf(PrincipalId Group) : PrincipalRelation;

    /// <summary>Those to whom a role is assigned for the tenant.</summary>
    public sealed record HoldersOf(RoleDefinitionId Role) : PrincipalRelation;
}
