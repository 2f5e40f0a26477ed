namespace Regent.Core.Principals;

/// <summary>What a principal is (specification, section 1.2).</summary>
public enum PrincipalKind
{
    User,
    Group,
    ServicePrincipal,
}
