using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Regent.Core;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Requests;

/// <summary>Asks once, then withdraws a request.</summary>
public sealed partial class CancelConfirm
{
    private IReadOnlyList<Refusal> reasons = [];

    /// <summary>The request to withdraw.</summary>
    [Parameter, EditorRequired]
    public RequestListing Listing { get; set; } = default!;

    /// <summary>Called when it was withdrawn or the reader thought better of it.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private CancelRequest Cancellation { get; set; } = default!;

    private string Question =>
        $"Cancel the request to {Words.Of(Listing.Request.Action, Listing.Request.Kind).ToLowerInvariant()} {Listing.Role.DisplayName}?";

    private async Task CancelAsync()
    {
        if (Caller.From((await Authentication).User) is { } caller)
        {
            reasons = (await Cancellation.ExecuteAsync(caller, Listing.Request.Id, CancellationToken.None)).Reasons();
            if (reasons.Count == 0)
            {
                await OnClose.InvokeAsync();
            }
        }
    }
}
