using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages;

/// <summary>Asks for one or several roles with one form, and shows what comes of each as it happens.</summary>
public sealed partial class ActivatePanel
{
    private const int Remembered = 50;

    private readonly ActivationForm form = new();
    private IReadOnlyList<ActivationResult>? results;
    private IReadOnlyList<Refusal> refusals = [];
    private RoleAt? narrowed;
    private string? scopeName;
    private bool lacksScope;
    private bool filled;
    private bool tried;
    private bool sending;

    /// <summary>Which roles.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<RoleAt> Roles { get; set; } = [];

    /// <summary>The running activation that shall run on, of the one role; null to begin anew.</summary>
    [Parameter]
    public ScheduleId? Extends { get; set; }

    /// <summary>Called when the reader is through.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected override object State => (Extends, string.Join(',', Wanted));

    [Inject]
    private PreviewActivation Preview { get; set; } = default!;

    [Inject]
    private ActivateRole Activation { get; set; } = default!;

    [Inject]
    private ListRequests Requests { get; set; } = default!;

    [Inject]
    private ReaderZone Zone { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private RenderFragment Heading => Model?.Choices switch
    {
        [var only] => HeadingOf(only),
        { Count: > 1 } several => HeadingOf(several.Count),
        _ => HeadingOf(0),
    };

    // One role of resources may be wanted on a part only of what one is eligible for.
    private IReadOnlyList<RoleAt> Wanted => narrowed is null ? Roles : [narrowed];

    private bool CanNarrow => Extends is null && Roles is [{ Scope.System: RoleSystem.Resources }];

    // What is known to be refused is not promised.
    private string Verb => Model switch
    {
        { Choices.Count: > 1 } plan when plan.Possible.Count < plan.Choices.Count => $"Activate {plan.Possible.Count} of {plan.Choices.Count} roles",
        { Choices.Count: > 1 and var count } => $"Activate {count} roles",
        _ => Extends is null ? "Activate" : "Extend",
    };

    private string ResultHref => results?.Select(result => result.Outcome).OfType<Outcome<ScheduleRequest>.Done>().ToList() switch
    {
        [var only] => $"/my-requests/{only.Value.Id}",
        _ => "/my-requests",
    };

    protected override void OnInitialized()
    {
        form.Extends = Extends;
        Zone.Changed += ShowAgain;
    }

    protected override void Dispose(bool disposing)
    {
        Zone.Changed -= ShowAgain;
        base.Dispose(disposing);
    }

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        RememberOnce(Model);
    }

    protected override async Task<ActivationPlan> LoadAsync(CancellationToken ct)
    {
        var choices = new List<ActivationChoice>();
        var unknown = new List<Refusal>();
        foreach (var role in Wanted)
        {
            var maximum = Model?.Choices.FirstOrDefault(choice => choice.At == role)?.Maximum ?? ActivationSettings.SmallestMaximum;
            var outcome = await Preview.ExecuteAsync(Caller, form.Ask(Caller.Id, role, maximum, Zone.Zone), ct);
            unknown.AddRange(outcome.Reasons());
            if (outcome is Outcome<ActivationPreview>.Done { Value: var preview })
            {
                choices.Add(new ActivationChoice(role, preview));
            }
        }

        // Before it is shown first: what was filled in after that is the reader's.
        var plan = new ActivationPlan(choices, unknown, Model is null ? await LastAsync(ct) : Model.Last);
        RememberOnce(plan);
        return plan;
    }

    private void RememberOnce(ActivationPlan? plan)
    {
        if (!filled && plan is { Choices.Count: > 0 })
        {
            filled = true;
            Remember(plan);
        }
    }

    private async Task<ScheduleRequest?> LastAsync(CancellationToken ct)
    {
        var mine = await Requests.ExecuteAsync(
            Caller, RequestList.Mine, new RequestQuery { CreatedBy = Caller.Id, Actions = [RequestAction.SelfActivate] },
            new PageAsk(Remembered), ct);
        var roles = Wanted.Select(role => role.Role).ToHashSet();

        return (mine as Outcome<Page<RequestListing>>.Done)?.Value.Items
            .Select(listing => listing.Request).FirstOrDefault(request => roles.Contains(request.Role));
    }

    // The last duration is likely the next one; without one, the longest there is, as in the reference.
    private void Remember(ActivationPlan plan)
    {
        var duration = plan.Last?.Duration is { } last && last <= plan.Maximum ? last : plan.Maximum;
        form.Notches = Math.Max(1, (int)(duration / ActivationForm.Notch));
        form.TicketSystem = plan.NeedsTicket ? plan.Last?.Ticket?.System ?? "" : "";
    }

    private Task NarrowAsync(Scope? scope)
    {
        lacksScope = scope is null;
        narrowed = scope is { } chosen ? Roles[0] with { Scope = chosen } : null;

        return ReloadAsync();
    }

    private void ShowAgain() => InvokeAsync(StateHasChanged);

    private async Task SendAsync()
    {
        if (sending)
        {
            return;
        }

        sending = true;
        tried = true;
        try
        {
            await ReloadAsync();
            if (Model is null || Model.HasMistakes || form.StartErrors.Count > 0)
            {
                await Browser.InvokeVoidAsync("regent.focusSoon", "#activate-form [aria-invalid=true]");
                return;
            }

            await AskAsync(Model);
        }
        finally
        {
            sending = false;
        }
    }

    private async Task AskAsync(ActivationPlan plan)
    {
        var answers = new List<ActivationResult>();
        foreach (var choice in plan.Choices)
        {
            var outcome = plan.Possible.Contains(choice) ? await AskAsync(choice) : new Outcome<ScheduleRequest>.Refused(choice.Blocks);
            answers.Add(new ActivationResult(choice, outcome));
        }

        refusals = answers is [{ Outcome: Outcome<ScheduleRequest>.Refused single }] ? single.Reasons : [];
        results = refusals.Count > 0 ? null : answers;
    }

    private Task<Outcome<ScheduleRequest>> AskAsync(ActivationChoice choice) =>
        Activation.ExecuteAsync(Caller, form.Ask(Caller.Id, choice.At, choice.Maximum, Zone.Zone), CancellationToken.None);
}
