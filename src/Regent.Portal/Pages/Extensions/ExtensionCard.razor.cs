using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Portal.Pages.Assignments;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Extensions;

/// <summary>One ask to extend or renew: what is there, what is wanted, and what the administrator gives, which may be something else.</summary>
public sealed partial class ExtensionCard
{
    private static readonly RefusalCode[] BesideFields = [RefusalCode.ExpirationRule, RefusalCode.JustificationRule, RefusalCode.MfaRule];

    private readonly Terms form = new();
    private IReadOnlyList<Refusal> refusals = [];
    private bool tried;
    private bool busy;

    /// <summary>The request and its record.</summary>
    [Parameter, EditorRequired]
    public RequestStory Told { get; set; } = default!;

    /// <summary>What the settings of the role allow to be given.</summary>
    [Parameter, EditorRequired]
    public AssignmentSettings Settings { get; set; } = default!;

    /// <summary>Who decides.</summary>
    [Parameter, EditorRequired]
    public Caller Caller { get; set; } = default!;

    /// <summary>Called with what was done, in a sentence.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnDone { get; set; }

    [Inject]
    private DecideExtension Decision { get; set; } = default!;

    [Inject]
    private ReaderZone Zone { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private RequestListing Listing => Told.Listing;

    private bool IsRenewal => Listing.Request.Action == RequestAction.SelfRenew;

    private string Key => Listing.Request.Id.ToString();

    private string Standing => $"{(Listing.Request.Kind == ScheduleKind.Eligibility ? "Eligible" : "Active")} · {Words.Place(Listing)}";

    private string WhyId => $"why-{Key}";

    private IReadOnlyList<string> WhyErrors => string.IsNullOrWhiteSpace(form.Reason) ? ["Say in a sentence why you decide so."] : [];

    private IReadOnlyList<Refusal> Elsewhere => [.. refusals.Where(refusal => !BesideFields.Contains(refusal.Code))];

    protected override void OnInitialized()
    {
        var wish = Listing.Request;
        form.IsPermanent = wish.Expiration is Expiration.Never && Settings.AllowsPermanent;
        var end = wish.Expiration?.EndFrom(wish.Start ?? Clock.GetUtcNow());
        form.End = end is { } asked ? Moment.Of(asked, Zone.Zone) : Moment.None;
    }

    private IReadOnlyList<string> Errors(IReadOnlyList<string> own, RefusalCode code) => tried && own.Count > 0
        ? own
        : [.. refusals.Where(refusal => refusal.Code == code).Select(refusal => refusal.Message)];

    private async Task DecideAsync(bool approve)
    {
        tried = true;
        refusals = [];
        if (WhyErrors.Count > 0 || (approve && form.EndErrors.Count > 0))
        {
            await Browser.InvokeVoidAsync("regent.focusSoon", $"#extension-{Key} [aria-invalid=true]");
            return;
        }

        busy = true;
        try
        {
            var given = Listing.Request.Wish with { Expiration = approve ? form.ExpirationIn(Zone.Zone) : Listing.Request.Expiration };
            var outcome = await Decision.ExecuteAsync(
                Caller, Listing.Request.Id, approve, form.Reason.Trim(), given, CancellationToken.None);
            refusals = outcome.Reasons();
            if (refusals.Count == 0)
            {
                await OnDone.InvokeAsync($"You {(approve ? "approved" : "denied")} the request of {Listing.Principal.DisplayName} for {Listing.Role.DisplayName}");
            }
        }
        finally
        {
            busy = false;
        }
    }
}
