using Regent.Core.Principals;

namespace Regent.Core.Requests;

/// <summary>What an approver said.</summary>
public sealed record Decision(PrincipalId By, bool Approved, string Justification, DateTimeOffset At);
