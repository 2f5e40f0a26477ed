using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Operations.Ports;

namespace Regent.Operations.Access;

/// <summary>Somebody's place in the organisation at this moment. One who is unknown or disabled has none.</summary>
/// <param name="Id">Who.</param>
/// <param name="Groups">The groups they belong to, nested ones included.</param>
/// <param name="Authority">What they may do in Regent itself.</param>
public sealed record Standing(PrincipalId Id, IReadOnlySet<PrincipalId> Groups, Authority Authority)
{
    /// <summary>Nobody: member of nothing, approver of nothing.</summary>
    public static Standing None { get; } = new(default, new HashSet<PrincipalId>(), Authority.None);

    /// <summary>This person as a possible approver at this moment.</summary>
    public ApproverIdentity ApproverAt(DateTimeOffset now) => new(Id, Groups, Authority.MayDecide, now);
}
