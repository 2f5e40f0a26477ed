using Regent.Api.OData;
using Regent.Core.Policies;
using Regent.Core.Principals;

namespace Regent.Api.Arm.Policies;

/// <summary>Rules about activating.</summary>
internal static class ActivationRules
{
    public static Reading<ActivationSettings> Enablement(ActivationSettings settings, RuleBody rule, string member) =>
        Demanded.Read(rule, member).Then<ActivationSettings>(demanded => demanded is null
            ? settings
            : settings with { RequiresMfa = demanded.Mfa, RequiresJustification = demanded.Justification, RequiresTicket = demanded.Ticket });

    public static Reading<ActivationSettings> Expiration(ActivationSettings settings, RuleBody rule, string member) => rule.IsExpirationRequired == false
        ? RuleReader.Wrong($"{member}.isExpirationRequired", "An activation always ends.")
        : WireDuration.Read(rule.MaximumDuration, $"{member}.maximumDuration")
            .Then<ActivationSettings>(longest => settings with { MaximumDuration = longest ?? settings.MaximumDuration });

    public static ActivationSettings Context(ActivationSettings settings, RuleBody rule) => rule switch
    {
        { IsEnabled: false } => settings with { AuthenticationContext = null },
        { ClaimValue: { Length: > 0 } context } => settings with
        {
            AuthenticationContext = rule.IsEnabled == true || settings.AuthenticationContext is not null ? context : null,
        },
        _ => settings,
    };

    public static Reading<ActivationSettings> Approval(ActivationSettings settings, RuleBody rule, string member)
    {
        var required = settings with { RequiresApproval = rule.Setting?.IsApprovalRequired ?? settings.RequiresApproval };
        return rule.Setting?.ApprovalStages switch
        {
            null or [] => required,
            [{ IsEscalationEnabled: true }] => RuleReader.Wrong($"{member}.setting.approvalStages[0].isEscalationEnabled", "Nothing is escalated here."),
            [{ PrimaryApprovers: { } approvers }] => Approvers(approvers, $"{member}.setting.approvalStages[0].primaryApprovers")
                .Then<ActivationSettings>(named => required with { Approvers = named }),
            [_] => required,
            _ => RuleReader.Wrong($"{member}.setting.approvalStages", "An approval has one stage here."),
        };
    }

    private static Reading<IReadOnlyList<PrincipalId>> Approvers(IReadOnlyList<RuleBody.ApproverBody?> sent, string member)
    {
        var named = new List<PrincipalId>();
        foreach (var approver in sent)
        {
            if (!Guid.TryParseExact(approver?.Id, "D", out var id))
            {
                return RuleReader.Wrong($"{member}[{named.Count}].id", "An approver is named by the id of a user or a group.");
            }

            named.Add(new PrincipalId(id));
        }

        return new Reading<IReadOnlyList<PrincipalId>>.Good(named);
    }
}
