namespace Regent.Core.Principals;

/// <summary>One principal directly in one group. Groups may be members of groups.</summary>
public sealed record Membership(PrincipalId Group, PrincipalId Member);
