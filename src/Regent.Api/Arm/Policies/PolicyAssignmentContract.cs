using Regent.Api.Arm.Contracts;
using Regent.Api.Arm.Protocol;
using Regent.Operations.Policies;

namespace Regent.Api.Arm.Policies;

/// <summary>The link between a role and its settings at a scope.</summary>
internal sealed record PolicyAssignmentContract
{
    public const string Type = "roleManagementPolicyAssignments";

    public required string Scope { get; init; }

    public required string RoleDefinitionId { get; init; }

    public required string PolicyId { get; init; }

    public required IReadOnlyList<RuleContract> EffectiveRules { get; init; }

    public required NamesContract PolicyAssignmentProperties { get; init; }

    public static ResourceContract Of(RoleSettings settings)
    {
        var (scope, role) = (settings.Policy.Scope, settings.Role);
        var policy = ArmIds.Of(scope, PolicyContract.Type, PolicyNames.Of(role.Id, scope));
        return ResourceContract.Of(scope, Type, PolicyNames.Link(role.Id, scope), new PolicyAssignmentContract
        {
            Scope = scope.Value,
            RoleDefinitionId = ArmIds.Role(scope, role.Id),
            PolicyId = policy,
            EffectiveRules = RuleWriter.Write(settings.Policy, settings.Approvers),
            PolicyAssignmentProperties = new NamesContract(
                NamedContract.Of(scope, settings.PlaceName), NamedContract.Of(scope, role),
                new NamedPolicyContract(policy, PolicyContract.ModifierContract.Of(settings.ModifiedBy), settings.Policy.ModifiedAt)),
        });
    }

    internal sealed record NamesContract(NamedContract Scope, NamedContract RoleDefinition, NamedPolicyContract Policy);

    internal sealed record NamedPolicyContract(string Id, PolicyContract.ModifierContract? LastModifiedBy, DateTimeOffset? LastModifiedDateTime);
}
