using System.Text.RegularExpressions;
using Regent.Core.Principals;

namespace Regent.Core.Policies;

/// <summary>What a role demands of the person who activates it: rules 1, 2 and 4 of a policy (specification, section 2.3).</summary>
public sealed partial record ActivationSettings
{
    /// <summary>The shortest maximum that can be set, 30 minutes.</summary>
    public static readonly TimeSpan SmallestMaximum = TimeSpan.FromMinutes(30);

    /// <summary>The longest maximum that can be set, 24 hours.</summary>
    public static readonly TimeSpan LargestMaximum = TimeSpan.FromHours(24);

    /// <summary>How refusals name the approvers.</summary>
    public const string ApproversMember = "Approval_EndUser_Assignment/setting/approvalStages/primaryApprovers";

    /// <summary>The longest activation; 30 minutes to 24 hours in steps of 30 minutes.</summary>
    public TimeSpan MaximumDuration { get; init; } = TimeSpan.FromHours(8);

    public bool RequiresJustification { get; init; } = true;

    public bool RequiresTicket { get; init; }

    /// <summary>Whether a second factor must have been given in this session, lately.</summary>
    public bool RequiresMfa { get; init; }

    /// <summary>The authentication context the session must meet, <c>c1</c> to <c>c99</c>; null demands none. Never beside <see cref="RequiresMfa"/>.</summary>
    public string? AuthenticationContext { get; init; }

    public bool RequiresApproval { get; init; }

    /// <summary>The users and groups who decide; empty means those who actively hold an administrator role.</summary>
    public IReadOnlyList<PrincipalId> Approvers { get; init; } = [];

    /// <summary>What is wrong with these settings; empty when they can be saved.</summary>
    public IReadOnlyList<Refusal> Check()
    {
        var inRange = MaximumDuration >= SmallestMaximum && MaximumDuration <= LargestMaximum
            && MaximumDuration.Ticks % SmallestMaximum.Ticks == 0;
        return
        [
            .. Problem(
                !inRange, RefusalCode.InvalidPolicy, "The maximum duration is 30 minutes to 24 hours in steps of 30 minutes.",
                "Expiration_EndUser_Assignment/maximumDuration"),
            .. Problem(
                AuthenticationContext is not null && !Context().IsMatch(AuthenticationContext), RefusalCode.InvalidPolicy,
                "An authentication context is named c1 to c99.", "AuthenticationContext_EndUser_Assignment/claimValue"),
            .. Problem(
                RequiresMfa && AuthenticationContext is not null, RefusalCode.MfaAndAcrsConflict,
                "Demand either a second factor or an authentication context, not both: the context says itself what it takes.",
                "Enablement_EndUser_Assignment/enabledRules"),
        ];
    }

    private static IEnumerable<Refusal> Problem(bool isThere, RefusalCode code, string message, string member) =>
        isThere ? [new Refusal(code, message) { Target = member }] : [];

    [GeneratedRegex(@"^c[1-9][0-9]?\z")]
    private static partial Regex Context();
}
