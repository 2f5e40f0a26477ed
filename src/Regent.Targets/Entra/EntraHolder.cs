namespace Regent.Targets.Entra;

/// <summary>Somebody who has a role because it was given to them, not through a group and not for a while by themselves.</summary>
/// <param name="Id">The id of what they have.</param>
/// <param name="Principal">Who.</param>
/// <param name="Scope">Where.</param>
/// <param name="End">Until when; null is without end.</param>
internal sealed record EntraHolder(string Id, string Principal, string Scope, DateTimeOffset? End)
{
    public bool Is(EntraPlace place) => Is(Principal, place.Principal) && Is(Scope, place.Scope);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
