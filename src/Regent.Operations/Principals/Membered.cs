using Regent.Core.Audit;
using Regent.Core.Principals;
using Regent.Core.Roles;

namespace Regent.Operations.Principals;

/// <summary>A group and somebody who is in it, or is not.</summary>
/// <param name="Group">The group.</param>
/// <param name="Member">Who.</param>
/// <param name="IsListed">Whether the directory has them in it.</param>
/// <param name="IsIn">Whether they are in it now, by the directory or by an assignment.</param>
public sealed record Membered(Principal Group, Principal Member, bool IsListed, bool IsIn)
{
    /// <summary>What goes on record when that changes.</summary>
    public AuditEntry Entry(string activity, Caller by, DateTimeOffset now) => AuditEntry.Of(now, activity, by.Id) with
    {
        Subject = Member.Id,
        Scope = Scope.OfGroup(Group.Id),
        Reason = Group.DisplayName,
    };
}
