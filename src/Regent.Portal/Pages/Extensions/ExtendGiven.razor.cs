using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations;
using Regent.Operations.Requests;
using Regent.Portal.Pages.Assignments;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Extensions;

/// <summary>Asks an administrator to let the reader keep, or have again, what one gave them.</summary>
public sealed partial class ExtendGiven
{
    private static readonly RefusalCode[] BesideFields = [RefusalCode.ExpirationRule, RefusalCode.JustificationRule, RefusalCode.MfaRule];

    private readonly Terms form = new();
    private IReadOnlyList<Refusal> refusals = [];
    private ScheduleRequest? asked;
    private bool tried;
    private bool sending;

    /// <summary>What the reader has or had.</summary>
    [Parameter, EditorRequired]
    public ExtensionOffer Offer { get; set; } = default!;

    /// <summary>Called when the reader is through.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private ExtendRole Extension { get; set; } = default!;

    [Inject]
    private ReaderZone Zone { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private bool IsRenewal => Offer.Action == RequestAction.SelfRenew;

    private string Verb => IsRenewal ? "Renew" : "Extend";

    private IReadOnlyList<Refusal> Elsewhere => [.. refusals.Where(refusal => !BesideFields.Contains(refusal.Code))];

    protected override void OnInitialized()
    {
        // As long as it lasted before, but no longer than the settings allow.
        var (schedule, settings, now) = (Offer.Listing.Schedule, Offer.Policy.For(Offer.Listing.Schedule.Kind), Clock.GetUtcNow());
        var from = schedule.Effective.End > now ? schedule.Effective.End.Value : now;
        var length = schedule.Period.End!.Value - schedule.Period.Start;
        var most = settings.AllowsPermanent ? TimeSpan.FromDays(365) : settings.MaximumDuration;
        form.End = Moment.Of(from + (length < most ? length : most), Zone.Zone);
    }

    private AssignmentAsk AskOf(Caller caller)
    {
        var schedule = Offer.Listing.Schedule;
        return new AssignmentAsk(schedule.Kind, caller.Id, schedule.Role, schedule.Scope)
        {
            Target = schedule.Id,
            Expiration = form.ExpirationIn(Zone.Zone),
            Justification = form.Justification,
        };
    }

    private IReadOnlyList<string> Errors(IReadOnlyList<string> own, RefusalCode code) => tried && own.Count > 0
        ? own
        : [.. refusals.Where(refusal => refusal.Code == code).Select(refusal => refusal.Message)];

    private async Task SendAsync()
    {
        tried = true;
        if (sending || Caller.From((await Authentication).User) is not { } caller)
        {
            return;
        }

        sending = true;
        try
        {
            var outcome = form.EndErrors.Count > 0
                ? null
                : await Extension.ExecuteAsync(caller, AskOf(caller), CancellationToken.None);
            refusals = outcome?.Reasons() ?? [];
            asked = outcome is Outcome<ScheduleRequest>.Done { Value: var request } ? request : null;
            if (asked is null)
            {
                await Browser.InvokeVoidAsync("regent.focusSoon", "#extend-form [aria-invalid=true]");
            }
        }
        finally
        {
            sending = false;
        }
    }
}
