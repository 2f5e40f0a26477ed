using Regent.Core.Targets;

namespace Regent.Targets.Postgres;

/// <summary>What the server says of the roles that a call is about, at one moment.</summary>
/// <param name="Version">The first number of the server's version.</param>
/// <param name="Self">The role that Regent itself uses.</param>
/// <param name="Now">The server's time.</param>
/// <param name="Roles">Those of the names that are roles.</param>
/// <param name="Memberships">Who is a direct member of what.</param>
internal sealed record RoleFacts(
    int Version,
    string Self,
    DateTimeOffset Now,
    IReadOnlyDictionary<string, DatabaseRole> Roles,
    ILookup<Holding, Membership> Memberships)
{
    /// <summary>Since when a grant says whether its member inherits and may SET ROLE, and knows who gave it.</summary>
    public const int FirstWithOptions = 16;

    public bool HasOptions => Version >= FirstWithOptions;

    public DatabaseRole? Role(string name) => Roles.GetValueOrDefault(name);

    /// <summary>Whether it is held. Regent's own role manages the others, and so is a member of them; that is nobody's access.</summary>
    public bool IsHeld(Holding holding) => holding.Account != Self && Memberships.Contains(holding);
}
