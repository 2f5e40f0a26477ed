using System.Text.Json.Serialization;
using Regent.Api.Arm.Contracts;
using Regent.Core.Principals;
using Regent.Operations.Policies;

namespace Regent.Api.Arm.Policies;

/// <summary>The settings of a role at a scope (specification of the API, section 3.4). Nothing is enforced from elsewhere: its rules are what counts.</summary>
internal sealed record PolicyContract
{
    public const string Type = "roleManagementPolicies";

    public required string Scope { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? DisplayName { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Description { get; }

    public required bool IsOrganizationDefault { get; init; }

    public DateTimeOffset? LastModifiedDateTime { get; init; }

    public ModifierContract? LastModifiedBy { get; init; }

    public required IReadOnlyList<RuleContract> Rules { get; init; }

    public IReadOnlyList<RuleContract> EffectiveRules => Rules;

    public required ScopeContract PolicyProperties { get; init; }

    public static ResourceContract Of(RoleSettings settings)
    {
        var scope = settings.Policy.Scope;
        return ResourceContract.Of(scope, Type, PolicyNames.Of(settings.Role.Id, scope), new PolicyContract
        {
            Scope = scope.Value,
            IsOrganizationDefault = settings.Policy.Version == 0,
            LastModifiedDateTime = settings.Policy.ModifiedAt,
            LastModifiedBy = ModifierContract.Of(settings.ModifiedBy),
            Rules = RuleWriter.Write(settings.Policy, settings.Approvers),
            PolicyProperties = new ScopeContract(NamedContract.Of(scope, settings.PlaceName)),
        });
    }

    internal sealed record ScopeContract(NamedContract Scope);

    internal sealed record ModifierContract(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Id,
        string DisplayName,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Type,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Email)
    {
        public static ModifierContract Of(Principal? person) =>
            new(person?.Id.ToString(), person?.DisplayName ?? "", person?.Kind.ToString(), person?.Address);
    }
}
