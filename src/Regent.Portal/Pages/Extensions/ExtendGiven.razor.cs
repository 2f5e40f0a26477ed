using Microsoft.AspNetCore.Components;
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
    private ScheduleRequest? asked;

    /// <summary>What the reader has or had.</summary>
    [Parameter, EditorRequired]
    public ExtensionOffer Offer { get; set; } = default!;

    protected override string Id => "extend-panel";

    protected override bool IsComplete => form.EndErrors.Count == 0;

    [Inject]
    private ExtendRole Extension { get; set; } = default!;

    [Inject]
    private ReaderZone Zone { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private bool IsRenewal => Offer.Action == RequestAction.SelfRenew;

    private string Verb => IsRenewal ? "Renew" : "Extend";

    private IReadOnlyList<Refusal> Elsewhere => [.. Refusals.Where(refusal => !BesideFields.Contains(refusal.Code))];

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

    private IReadOnlyList<string> Errors(IReadOnlyList<string> own, RefusalCode code) => Errors(own, refusal => refusal.Code == code);

    private async Task SendAsync()
    {
        var outcome = await AskAsync(caller => Extension.ExecuteAsync(caller, AskOf(caller), CancellationToken.None));
        asked = outcome is Outcome<ScheduleRequest>.Done(var request) ? request : asked;
    }
}
