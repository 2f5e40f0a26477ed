using Regent.Core.Policies;
using Regent.Core.Roles;

namespace Regent.Core.Alerts;

/// <summary>Finds the roles that a password alone activates.</summary>
public static class UnguardedRoles
{
    /// <param name="activatable">The roles somebody is eligible for, with since when anybody is.</param>
    /// <param name="changed">The settings somebody has changed; all others are as by default.</param>
    public static IReadOnlyList<AlertIncident> Find(
        IReadOnlyDictionary<RoleDefinitionId, DateTimeOffset> activatable, IReadOnlyCollection<RolePolicy> changed)
    {
        var settings = changed.ToDictionary(policy => policy.Role);
        return
        [
            .. from role in activatable
               let policy = settings.GetValueOrDefault(role.Key) ?? RolePolicy.Default(role.Key, Scope.Tenant)
               where policy.Activation is { RequiresMfa: false, AuthenticationContext: null }
               let since = policy.ModifiedAt > role.Value ? policy.ModifiedAt.Value : role.Value
               orderby since descending, role.Key.Value
               select new AlertIncident.OfRole(role.Key, since),
        ];
    }
}
