using Regent.Core.Principals;

namespace Regent.Operations.Principals;

/// <summary>A membership to take over.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Wanted">Who is in which group.</param>
public sealed record MembershipLine(int Line, Membership Wanted);
