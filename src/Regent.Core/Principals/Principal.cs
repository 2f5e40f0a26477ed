namespace Regent.Core.Principals;

/// <summary>Somebody or something that can hold a role.</summary>
public sealed record Principal(PrincipalId Id, PrincipalKind Kind, string DisplayName)
{
    /// <summary>The sign-in name; users have one, groups do not.</summary>
    public UserPrincipalName? UserPrincipalName { get; init; }

    /// <summary>Where mail goes; absent, mail goes to the user principal name.</summary>
    public string? Mail { get; init; }

    public string? JobTitle { get; init; }

    public string? Department { get; init; }

    /// <summary>Of a group: whether it can hold directory roles. Then fewer people manage who is in it (specification, sections 1.4 and 11).</summary>
    public bool IsRoleAssignable { get; init; }

    /// <summary>Of a service principal: the id its program calls itself by.</summary>
    public Guid? AppId { get; init; }

    /// <summary>A disabled principal signs in nowhere, approves nothing and counts as no administrator.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The address mail for this principal is sent to; null when it can receive none.</summary>
    public string? Address => Kind == PrincipalKind.User ? Mail ?? UserPrincipalName?.Value : Mail;
}
