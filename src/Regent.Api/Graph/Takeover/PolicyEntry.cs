using System.Text.Json;
using Regent.Api.Graph.GroupAccess;
using Regent.Api.Graph.Policies;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Api.Rules;
using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Operations.Policies;

namespace Regent.Api.Graph.Takeover;

/// <summary>What links a role to its policy, as Graph answers it when asked for the policy and its rules too.</summary>
internal sealed record PolicyEntry(string? Id, string? ScopeId, string? ScopeType, string? RoleDefinitionId, PolicyBody? Policy)
{
    public static void Take(JsonElement entry, Intake intake)
    {
        if (intake.Read<PolicyEntry>(entry) is { } assignment)
        {
            intake.Take(assignment.Id, assignment.What(), what => intake.Settings.Add(new SettingsLine(
                intake.Line, intake.Templates.GetValueOrDefault(what.Role, what.Role), what.Scope, assignment.Rules(intake))));
        }
    }

    private Reading<(Core.Roles.RoleDefinitionId Role, Scope Scope)> What() => (PolicyId.Named(ScopeType ?? ""), Policy?.Rules) switch
    {
        (null, _) => BodyMembers.Wrong("scopeType", $"Policies of the type '{ScopeType}' are not taken over."),
        (_, not { Count: > 0 }) => BodyMembers.Wrong("policy", "Its rules are not here. Fetch it again with $expand=policy($expand=rules)."),
        (PolicyScopeType.Group, _) => BodyMembers.Id(ScopeId, "scopeId").Then<(Core.Roles.RoleDefinitionId, Scope)>(group => AccessId.Read(RoleDefinitionId ?? "") is { } access
            ? (access, Scope.OfGroup(new PrincipalId(group)))
            : BodyMembers.Wrong("roleDefinitionId", "The 'roleDefinitionId' of a group is 'member' or 'owner'.")),
        _ => BodyMembers.Id(RoleDefinitionId, "roleDefinitionId").Then<(Core.Roles.RoleDefinitionId, Scope)>(role => (new Core.Roles.RoleDefinitionId(role), Scope.Tenant)),
    };

    // One by one, so that one that cannot be read leaves the others alone.
    private List<PolicyRule> Rules(Intake intake)
    {
        var rules = new List<PolicyRule>();
        foreach (var rule in Policy?.Rules ?? [])
        {
            switch (SentRules.Read(new PolicyBody([rule])))
            {
                case Outcome<IReadOnlyList<PolicyRule>>.Done(var read):
                    rules.AddRange(read);
                    break;
                case Outcome<IReadOnlyList<PolicyRule>>.Refused(var reasons):
                    var told = string.Join(" ", reasons.Select(reason => $"{reason.Target}: {reason.Message}"));
                    var demanded = Demanded(rule);
                    rules.AddRange(demanded);
                    intake.Refuse(Id, demanded.Count == 0 ? told : $"{told} Approval is demanded all the same; see who decides, and name others.");
                    break;
            }
        }

        return rules;
    }

    // What cannot be read must not make an activation easier than it was there.
    private static IReadOnlyList<PolicyRule> Demanded(RuleBody? rule) =>
        rule?.Setting?.IsApprovalRequired == true && PolicyRuleName.Find(rule.Id) is { Kind: PolicyRuleKind.Approval } name
            ? [new PolicyRule.Approval(name, IsRequired: true, Approvers: null)]
            : [];
}
