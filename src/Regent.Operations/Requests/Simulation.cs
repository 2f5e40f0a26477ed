using Regent.Core.Policies;
using Regent.Core.Roles;

namespace Regent.Operations.Requests;

/// <summary>What changed settings would have made of the activation requests of the past.</summary>
/// <param name="Role">The role.</param>
/// <param name="Now">The settings as they are.</param>
/// <param name="Policy">The settings as they would be.</param>
/// <param name="Since">The requests from then on were judged.</param>
/// <param name="Requests">All that were judged, newest first.</param>
public sealed record Simulation(
    RoleDefinition Role, RolePolicy Now, RolePolicy Policy, DateTimeOffset Since, IReadOnlyList<SimulatedRequest> Requests)
{
    /// <summary>Those that would be judged differently.</summary>
    public IReadOnlyList<SimulatedRequest> Different => [.. Requests.Where(request => request.IsDifferent)];
}
