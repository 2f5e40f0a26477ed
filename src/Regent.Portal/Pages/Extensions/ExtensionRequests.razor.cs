using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Portal.Pages.Extensions;

/// <summary>All asks to extend or renew that the reader decides on as an administrator.</summary>
public sealed partial class ExtensionRequests
{
    private string? done;

    /// <summary>The request a mail led to; null for the list alone.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected override object State => (nameof(ExtensionRequests), Id);

    [Inject]
    private ListRequests Requests { get; set; } = default!;

    [Inject]
    private GetRequest Request { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    protected override async Task<ExtensionDesk> LoadAsync(CancellationToken ct)
    {
        var wanted = Id is { } id ? await Request.ExecuteAsync(Caller, new RequestId(id), ct) : null;
        var waiting = await Requests.ExecuteAsync(Caller, RequestList.ToExtend, new RequestQuery(), new PageAsk(), ct);
        var stories = new List<RequestStory>();
        foreach (var listing in waiting is Outcome<Page<RequestListing>>.Done { Value: var page } ? page.Items : [])
        {
            if (await Request.ExecuteAsync(Caller, listing.Request.Id, ct) is Outcome<RequestStory>.Done { Value: { MayDecide: true } story })
            {
                stories.Add(story);
            }
        }

        return new ExtensionDesk(
            [.. stories.OrderByDescending(story => story.Listing.Request.Id.Value == Id)], wanted,
            stories.ToDictionary(story => story.Listing.Request.Id, story => story.Settings.For(story.Listing.Request.Kind)));
    }

    private async Task DoneAsync(string said)
    {
        done = said;
        await ReloadAsync();
        // The card with the button that was pressed is gone.
        await Browser.InvokeVoidAsync("regent.heading");
    }
}
