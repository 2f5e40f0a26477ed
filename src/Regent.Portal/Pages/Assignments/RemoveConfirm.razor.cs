using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Portal.Pages.Assignments;

/// <summary>Asks once, then takes an assignment away or ends somebody's activation.</summary>
public sealed partial class RemoveConfirm
{
    private string reason = "";

    /// <summary>What leaves.</summary>
    [Parameter, EditorRequired]
    public ScheduleListing Leaving { get; set; } = default!;

    protected override string Id => "remove";

    [Inject]
    private RemoveAssignment Removal { get; set; } = default!;

    private bool IsActivation => Leaving.Schedule.Type == AssignmentType.Activated;

    private bool IsEligibility => Leaving.Schedule.Kind == ScheduleKind.Eligibility;

    private string Who => Leaving.Principal.DisplayName;

    private string Question => Leaving.Schedule switch
    {
        _ when IsActivation => $"End {Who}'s activation of {Leaving.Role.DisplayName} now?",
        _ when IsEligibility => $"Remove {Who}'s eligibility for {Leaving.Role.DisplayName}?",
        _ => $"Remove {Leaving.Role.DisplayName} from {Who}?",
    };

    private string Consequence => (IsActivation, IsEligibility, Leaving.Principal.Kind) switch
    {
        (true, _, _) => "The role ends at once. They stay eligible and can activate it again.",
        (_, true, PrincipalKind.Group) => "Its members can no longer activate the role through it, and what they activated from it ends now.",
        (_, true, _) => "They can no longer activate the role, and what they activated from it ends now.",
        (_, _, PrincipalKind.Group) => "All its members lose the role at once.",
        _ => "The role is taken from them at once.",
    };

    private IReadOnlyList<string> ReasonErrors => Errors([], IsAboutReason);

    private IReadOnlyList<Refusal> Elsewhere => [.. Refusals.Where(refusal => !IsAboutReason(refusal))];

    private string Done => Leaving.Schedule switch
    {
        _ when IsActivation => $"{Who}'s activation of {Leaving.Role.DisplayName} has ended.",
        _ when IsEligibility => $"{Who} is no longer eligible for {Leaving.Role.DisplayName}.",
        _ => $"{Leaving.Role.DisplayName} was removed from {Who}.",
    };

    private static bool IsAboutReason(Refusal refusal) => refusal.Code == RefusalCode.JustificationRule;

    private Task RemoveAsync()
    {
        var schedule = Leaving.Schedule;
        var ask = new RemovalAsk(schedule.Kind, schedule.Principal, schedule.Role, schedule.Scope)
        {
            Schedule = schedule.Id,
            Justification = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
        };
        return DoAsync(caller => Removal.ExecuteAsync(caller, ask, CancellationToken.None), _ => Done);
    }
}
