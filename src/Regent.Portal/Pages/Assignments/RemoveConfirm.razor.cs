using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Assignments;

/// <summary>Asks once, then takes an assignment away or ends somebody's activation.</summary>
public sealed partial class RemoveConfirm
{
    private IReadOnlyList<Refusal> reasons = [];
    private string reason = "";

    /// <summary>What leaves.</summary>
    [Parameter, EditorRequired]
    public ScheduleListing Leaving { get; set; } = default!;

    /// <summary>Called when it is gone or the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with a sentence when it is gone.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

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

    private IReadOnlyList<string> ReasonErrors =>
        [.. reasons.Where(one => one.Code == RefusalCode.JustificationRule).Select(one => one.Message)];

    private string Done => Leaving.Schedule switch
    {
        _ when IsActivation => $"{Who}'s activation of {Leaving.Role.DisplayName} has ended.",
        _ when IsEligibility => $"{Who} is no longer eligible for {Leaving.Role.DisplayName}.",
        _ => $"{Leaving.Role.DisplayName} was removed from {Who}.",
    };

    private async Task RemoveAsync()
    {
        if (Caller.From((await Authentication).User) is not { } caller)
        {
            return;
        }

        var schedule = Leaving.Schedule;
        var ask = new RemovalAsk(schedule.Kind, schedule.Principal, schedule.Role, schedule.Scope)
        {
            Schedule = schedule.Id,
            Justification = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
        };
        reasons = (await Removal.ExecuteAsync(caller, ask, CancellationToken.None)).Reasons();
        if (reasons.Count == 0)
        {
            await OnDone.InvokeAsync(Done);
            await OnClose.InvokeAsync();
        }
    }
}
