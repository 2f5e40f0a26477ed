using Regent.Core.Principals;

namespace Regent.Core.Requests;

/// <summary>One mail owed: what about and to whom, a person or an address that a role's settings name.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Person">Who gets it; null when it goes to an address alone.</param>
/// <param name="Address">The address it goes to; null when it goes to a person.</param>
public sealed record Notice(NoticeKind Kind, PrincipalId? Person, string? Address)
{
    /// <summary>To a person.</summary>
    public static Notice To(NoticeKind kind, PrincipalId person) => new(kind, person, Address: null);
}
