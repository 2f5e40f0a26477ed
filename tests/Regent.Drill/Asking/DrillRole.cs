using Regent.Core.Roles;

namespace Regent.Drill.Asking;

/// <summary>A role of the drill.</summary>
/// <param name="Id">Which.</param>
/// <param name="IsGiven">Whether administrators give it; else people activate it.</param>
/// <param name="Gives">What it gives, by the number of the target.</param>
internal sealed record DrillRole(RoleDefinitionId Id, bool IsGiven, IReadOnlyList<IReadOnlyList<string>> Gives);
