using Regent.Core.Principals;

namespace Regent.Operations.Ports;

/// <summary>Somebody as a possible approver.</summary>
/// <param name="Id">The person; own requests never wait for them.</param>
/// <param name="Groups">The groups they belong to, nested ones included.</param>
/// <param name="IsAdministrator">Whether they actively hold a role that decides where no approver is named, or nobody named is left.</param>
/// <param name="At">The moment this is so.</param>
public sealed record ApproverIdentity(PrincipalId Id, IReadOnlySet<PrincipalId> Groups, bool IsAdministrator, DateTimeOffset At);
