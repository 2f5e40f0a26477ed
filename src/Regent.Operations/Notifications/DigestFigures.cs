namespace Regent.Operations.Notifications;

/// <summary>A week in figures (specification, section 5.5).</summary>
/// <param name="Activated">How many people activated a role.</param>
/// <param name="MadePermanent">How many got a role for good.</param>
/// <param name="Assignments">How many eligible and active assignments there are now.</param>
/// <param name="TopRoles">The roles activated most, with how often; at most five.</param>
public sealed record DigestFigures(int Activated, int MadePermanent, int Assignments, IReadOnlyList<(string Role, int Count)> TopRoles);
