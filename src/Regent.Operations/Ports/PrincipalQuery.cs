using Regent.Core.Principals;

namespace Regent.Operations.Ports;

/// <summary>Which principals are wanted; they come by display name. Texts are compared without regard to letter case.</summary>
public sealed record PrincipalQuery(PrincipalKind Kind)
{
    public PrincipalId? Id { get; init; }

    /// <summary>Only with this display name.</summary>
    public TextMatch? DisplayName { get; init; }

    /// <summary>Only with this sign-in name.</summary>
    public TextMatch? UserPrincipalName { get; init; }

    /// <summary>Only with this mail address, exactly.</summary>
    public string? Mail { get; init; }

    public bool Descending { get; init; }
}
