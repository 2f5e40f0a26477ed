using Regent.Core.Principals;

namespace Regent.Operations.Ports;

/// <summary>Which principals are wanted; they come by display name. Texts are compared without regard to letter case.</summary>
/// <param name="Kinds">Only of these kinds; none is all.</param>
public sealed record PrincipalQuery(params IReadOnlyCollection<PrincipalKind> Kinds)
{
    /// <summary>Only these; null is all, empty is nobody.</summary>
    public IReadOnlyCollection<PrincipalId>? Ids { get; init; }

    /// <summary>Only those that stand in this relation, at the moment of <see cref="At"/>.</summary>
    public PrincipalRelation? Relation { get; init; }

    /// <summary>The moment a relation is asked about; the operation says it.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Only with this display name.</summary>
    public TextMatch? DisplayName { get; init; }

    /// <summary>Only with this sign-in name.</summary>
    public TextMatch? UserPrincipalName { get; init; }

    /// <summary>Only with this mail address, exactly.</summary>
    public string? Mail { get; init; }

    /// <summary>Only the service principal of this program.</summary>
    public Guid? AppId { get; init; }

    /// <summary>Only groups that can hold directory roles, or only the others.</summary>
    public bool? IsRoleAssignable { get; init; }

    public bool? IsEnabled { get; init; }

    /// <summary>Only with a mail address, or only without.</summary>
    public bool? HasMail { get; init; }

    /// <summary>Only where one of these texts is found.</summary>
    public PrincipalSearch? Search { get; init; }

    public bool Descending { get; init; }
}
