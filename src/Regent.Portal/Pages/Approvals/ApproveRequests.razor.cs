using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Approvals;

/// <summary>All that waits for the reader's decision; the address may name one request, which is then on top whatever became of it.</summary>
public sealed partial class ApproveRequests
{
    private const int Stretch = 20;

    private readonly HashSet<RequestId> selected = [];
    private IReadOnlyList<DecisionResult> results = [];
    private DecisionDraft? draft;

    /// <summary>The request a mail led to; null for the list alone.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected override object State => (nameof(ApproveRequests), Id);

    [Inject]
    private ListRequests Requests { get; set; } = default!;

    [Inject]
    private GetRequest Request { get; set; } = default!;

    [Inject]
    private DecideRequest Decision { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private bool CanSelect => Model?.Waiting.Count > 1;

    private IReadOnlyList<RequestListing> Chosen =>
        [.. (Model?.Waiting ?? []).Select(story => story.Listing).Where(listing => selected.Contains(listing.Request.Id))];

    protected override async Task<ApprovalDesk> LoadAsync(CancellationToken ct)
    {
        var before = Model;
        var wanted = Id is { } id ? await Request.ExecuteAsync(Caller, new RequestId(id), ct) : null;
        var page = await PageAsync(new PageAsk(Math.Max(Stretch, before?.Waiting.Count ?? 0)), ct);
        var waiting = await TellAsync(page.Items, ct);

        return new ApprovalDesk(waiting, page.Next, wanted, [.. await SettledSinceAsync(before, waiting, ct), .. before?.Settled ?? []]);
    }

    private async Task<Page<RequestListing>> PageAsync(PageAsk ask, CancellationToken ct) =>
        await Requests.ExecuteAsync(Caller, RequestList.ToDecide, new RequestQuery(), ask, ct) is Outcome<Page<RequestListing>>.Done { Value: var page }
            ? page
            : new Page<RequestListing>([], Next: null);

    // A story that was told already is told anew only when its request has moved on.
    private async Task<IReadOnlyList<RequestStory>> TellAsync(IReadOnlyList<RequestListing> listings, CancellationToken ct)
    {
        var known = (Model?.Waiting ?? []).ToDictionary(story => story.Listing.Request.Id);
        var told = new List<RequestStory>();
        foreach (var listing in listings.Where(listing => listing.Request.Id.Value != Id))
        {
            if (known.TryGetValue(listing.Request.Id, out var same) && same.Listing.Request.Version == listing.Request.Version)
            {
                told.Add(same);
            }
            else if (await Request.ExecuteAsync(Caller, listing.Request.Id, ct) is Outcome<RequestStory>.Done { Value: var story })
            {
                told.Add(story);
            }
        }

        return told;
    }

    // What lay here and was decided by somebody else does not vanish without a word.
    private async Task<IReadOnlyList<RequestStory>> SettledSinceAsync(
        ApprovalDesk? before, IReadOnlyList<RequestStory> waiting, CancellationToken ct)
    {
        var still = waiting.Select(story => story.Listing.Request.Id).Concat(results.Select(result => result.Listing.Request.Id)).ToHashSet();
        var settled = new List<RequestStory>();
        foreach (var gone in (before?.Waiting ?? []).Select(story => story.Listing.Request.Id).Where(id => id.Value != Id && !still.Contains(id)))
        {
            if (await Request.ExecuteAsync(Caller, gone, ct) is Outcome<RequestStory>.Done { Value: { Listing.Request.IsPending: false } story })
            {
                settled.Add(story);
            }
        }

        return settled;
    }

    private async Task MoreAsync()
    {
        if (Model is { Next: { } after } before)
        {
            var page = await PageAsync(new PageAsk(Stretch, after), CancellationToken.None);
            var more = await TellAsync(page.Items, CancellationToken.None);
            if (ReferenceEquals(before, Model))
            {
                Show(before with { Waiting = [.. before.Waiting, .. more], Next = page.Next });
            }
        }
    }

    private bool IsSelected(RequestStory story) => selected.Contains(story.Listing.Request.Id);

    private void Select(RequestStory story, bool chosen)
    {
        if (chosen)
        {
            selected.Add(story.Listing.Request.Id);
        }
        else
        {
            selected.Remove(story.Listing.Request.Id);
        }
    }

    private void Together(bool approve) => draft = new DecisionDraft(Chosen, approve, Justification: null);

    // Saying no takes something from somebody, so it asks once; saying yes on one card is as deliberate as it gets.
    private Task DecideAsync(DecisionDraft decision)
    {
        draft = decision.Approve ? null : decision;

        return decision.Approve ? ConfirmedAsync(decision) : Task.CompletedTask;
    }

    private async Task ConfirmedAsync(DecisionDraft decision)
    {
        var answers = new List<DecisionResult>();
        foreach (var listing in decision.Listings)
        {
            var outcome = await Decision.ExecuteAsync(
                Caller, listing.Request.Id, decision.Approve, decision.Justification ?? "", CancellationToken.None);
            answers.Add(new DecisionResult(listing, decision.Approve, outcome));
        }

        draft = null;
        selected.Clear();
        results = answers;
        await ReloadAsync();
        if (answers.Exists(answer => answer.Outcome is Outcome<ScheduleRequest>.Done))
        {
            // The card with the button that was pressed is gone.
            await Browser.InvokeVoidAsync("regent.heading");
        }
    }

    private IReadOnlyList<Refusal> RefusalsOf(Guid? id) =>
        results.LastOrDefault(result => result.Listing.Request.Id.Value == id)?.Outcome.Reasons() ?? [];

    private void Dismiss()
    {
        results = [];
        if (Model is not null)
        {
            Show(Model with { Settled = [] });
        }
    }
}
