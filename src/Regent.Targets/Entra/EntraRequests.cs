using Microsoft.Graph.Models;

namespace Regent.Targets.Entra;

/// <summary>Writes what a tenant is asked for.</summary>
internal static class EntraRequests
{
    private const string Reason = "Given and taken back by Regent";

    public static UnifiedRoleAssignmentScheduleRequest Give(UnifiedRoleScheduleRequestActions action, EntraGift gift)
    {
        var request = Of(action, gift.Place.Principal, gift.Place.Role, gift.Place.Scope);
        request.ScheduleInfo = new RequestSchedule
        {
            Expiration = gift.End is { } end
                ? new ExpirationPattern { Type = ExpirationPatternType.AfterDateTime, EndDateTime = end }
                : new ExpirationPattern { Type = ExpirationPatternType.NoExpiration },
        };
        return request;
    }

    public static UnifiedRoleAssignmentScheduleRequest Take(string principal, string role, string scope) =>
        Of(UnifiedRoleScheduleRequestActions.AdminRemove, principal, role, scope);

    private static UnifiedRoleAssignmentScheduleRequest Of(UnifiedRoleScheduleRequestActions action, string principal, string role, string scope) => new()
    {
        Action = action,
        PrincipalId = principal,
        RoleDefinitionId = role,
        DirectoryScopeId = scope,
        Justification = Reason,
    };
}
