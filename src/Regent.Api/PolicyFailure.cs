using System.Text.Json;
using Regent.Core;

namespace Regent.Api;

/// <summary>What a refusal for several reasons is folded into, in both APIs.</summary>
internal static class PolicyFailure
{
    /// <summary>The code where rules of the policy are all that failed.</summary>
    public const string Code = "RoleAssignmentRequestPolicyValidationFailed";

    /// <summary>The reason that speaks for all of them, because it is no rule; null where all are rules.</summary>
    public static Refusal? Other(IReadOnlyList<Refusal> reasons) => reasons.FirstOrDefault(reason => !IsRule(reason.Code));

    /// <summary>Names the rules that failed.</summary>
    public static string Message(IReadOnlyList<Refusal> reasons) =>
        $"The following policy rules failed: {JsonSerializer.Serialize(reasons.Select(reason => reason.Code.ToString()).Distinct())}";

    /// <summary>Every single reason.</summary>
    public static IReadOnlyList<(string Code, string Message, string? Target)> Details(IReadOnlyList<Refusal> reasons) =>
        [.. reasons.Select(reason => (reason.Code.ToString(), reason.Message, reason.Target))];

    private static bool IsRule(RefusalCode code) => code is RefusalCode.EligibilityRule or RefusalCode.JustificationRule
        or RefusalCode.TicketingRule or RefusalCode.MfaRule or RefusalCode.ExpirationRule;
}
