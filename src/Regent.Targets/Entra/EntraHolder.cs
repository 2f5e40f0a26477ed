namespace Regent.Targets.Entra;

/// <summary>Somebody who has a role, not through a group.</summary>
/// <param name="Id">The id of what they have.</param>
/// <param name="Principal">Who.</param>
/// <param name="Scope">Where.</param>
/// <param name="End">Until when; null is without end.</param>
internal sealed record EntraHolder(string Id, string Principal, string Scope, DateTimeOffset? End)
{
    /// <summary>Since when; null where that is not told.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Whether it was given to them; what they activated for a while by themselves was not.</summary>
    public bool IsGiven { get; init; } = true;

    public bool Is(EntraPlace place) => Is(Principal, place.Principal) && Is(Scope, place.Scope);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
