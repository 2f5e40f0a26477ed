using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Targets;
using Regent.Operations;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Targets;

/// <summary>Takes what was found outside into Regent, by a role that gives it and with an end.</summary>
public sealed partial class AdoptPanel
{
    private IReadOnlyList<Refusal> refusals = [];
    private string? chosen;
    private Moment end = Moment.None;
    private bool permanent;
    private bool tried;
    private bool sending;

    /// <summary>The target.</summary>
    [Parameter, EditorRequired]
    public TargetDetail Of { get; set; } = default!;

    /// <summary>What was found.</summary>
    [Parameter, EditorRequired]
    public Drift Drift { get; set; } = default!;

    /// <summary>Called when it is adopted or the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called with a sentence when it is adopted.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private ResolveDrift Resolution { get; set; } = default!;

    [Inject]
    private ReaderZone Zone { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private IReadOnlyList<ListedMapping> Fitting =>
        [.. Of.Mappings.Where(one => one.Mapping.Entitlements.Contains(Drift.Holding.Entitlement, Of.Summary.Target.Kind.Names()))];

    private ListedMapping Chosen => Fitting.FirstOrDefault(one => one.Mapping.Id.ToString() == chosen) ?? Fitting[0];

    private IReadOnlyList<string> EndErrors => tried && !permanent ? end.Errors : [];

    // A month gives time to ask whether it is needed at all.
    protected override void OnInitialized() => end = Moment.Of(Clock.GetUtcNow().AddDays(30), Zone.Zone);

    private static string NameOf(ListedMapping one) => $"{one.Role.DisplayName} · {one.ScopeName ?? Words.Of(one.Mapping.Scope)}";

    private async Task SendAsync()
    {
        tried = true;
        if (sending || EndErrors.Count > 0 || Caller.From((await Authentication).User) is not { } caller)
        {
            return;
        }

        sending = true;
        try
        {
            Expiration expiration = permanent ? new Expiration.Never() : new Expiration.AfterDateTime(end.In(Zone.Zone)!.Value);
            refusals = (await Resolution.AdoptAsync(caller, Drift.Id, Chosen.Mapping.Id, expiration, CancellationToken.None)).Reasons();
            if (refusals.Count == 0)
            {
                await OnDone.InvokeAsync($"{Drift.Holding.Account} holds {Chosen.Role.DisplayName} now.");
                await OnClose.InvokeAsync();
            }
        }
        finally
        {
            sending = false;
        }
    }
}
