using Regent.Core.Requests;

namespace Regent.Api.Access;

/// <summary>The request by which what was found became an assignment.</summary>
internal sealed record AdoptionContract(string RequestId, string Status, string PrincipalId, string RoleDefinitionId, string Scope)
{
    public static AdoptionContract Of(ScheduleRequest request) => new(
        request.Id.ToString(), request.Status.ToString(), request.Principal.ToString(), request.Role.ToString(), request.Scope.Value);
}
