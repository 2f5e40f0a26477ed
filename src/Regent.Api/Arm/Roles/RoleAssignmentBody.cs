using Regent.Api.Arm.Protocol;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Requests;

namespace Regent.Api.Arm.Roles;

/// <summary>An assignment as it is sent: for ever, and with its description as the reason.</summary>
internal sealed record RoleAssignmentBody(RoleAssignmentBody.PropertiesBody? Properties)
{
    /// <summary>What is asked, under the name the program chose.</summary>
    public Reading<RequestAsk> Ask(Scope scope, Guid name)
    {
        if (ArmIds.ReadRole(Properties?.RoleDefinitionId) is not { } role)
        {
            return Wrong("properties.roleDefinitionId", "'properties.roleDefinitionId' must be the id of a role definition.");
        }

        return Guid.TryParseExact(Properties!.PrincipalId, "D", out var principal)
            ? new RequestAsk.Assign(new AssignmentAsk(ScheduleKind.Assignment, new PrincipalId(principal), role, scope)
            {
                Expiration = new Expiration.Never(),
                Justification = Properties.Description,
                Wording = new RequestWording
                {
                    Name = name,
                    Condition = Properties.Condition,
                    ConditionVersion = Properties.ConditionVersion,
                },
            })
            : Wrong("properties.principalId", "'properties.principalId' must be an id.");
    }

    private static Flaw Wrong(string member, string message) => new(FlawKind.Body, message) { Target = member };

    internal sealed record PropertiesBody
    {
        public string? RoleDefinitionId { get; init; }

        public string? PrincipalId { get; init; }

        public string? Description { get; init; }

        public string? Condition { get; init; }

        public string? ConditionVersion { get; init; }
    }
}
