using Regent.Api.Graph.Schedules;
using Regent.Api.OData;

namespace Regent.Api.Graph.Roles;

/// <summary>Reads members that only directory roles have.</summary>
internal static class RoleMembers
{
    /// <summary>Where a body says a role is held.</summary>
    public static Reading<Core.Roles.Scope> Scope(string? directoryScopeId, string? appScopeId)
    {
        if (appScopeId is not null)
        {
            return BodyMembers.Wrong("appScopeId", "Scopes of applications are not supported by this server. Use 'directoryScopeId'.");
        }

        if (directoryScopeId is null)
        {
            return BodyMembers.Missing("directoryScopeId");
        }

        return Core.Roles.Scope.TryParse(directoryScopeId, out var scope)
            ? scope
            : new Flaw(FlawKind.Scope, "'directoryScopeId' is neither '/' nor '/administrativeUnits/{id}'.") { Target = "directoryScopeId" };
    }

    /// <summary>Whether a comparison is met where there is no value, as of every scope of an application.</summary>
    public static bool IsMetByNone(FilterTerm term) => term.Operator is FilterOperator.Null or FilterOperator.NotEqual;
}
