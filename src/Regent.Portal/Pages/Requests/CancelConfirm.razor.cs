using Microsoft.AspNetCore.Components;
using Regent.Operations.Ports;
using Regent.Operations.Requests;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Requests;

/// <summary>Asks once, then withdraws a request.</summary>
public sealed partial class CancelConfirm
{
    /// <summary>The request to withdraw.</summary>
    [Parameter, EditorRequired]
    public RequestListing Listing { get; set; } = default!;

    protected override string Id => "cancel-request";

    [Inject]
    private CancelRequest Cancellation { get; set; } = default!;

    private string Question =>
        $"Cancel the request to {Words.Of(Listing.Request.Action, Listing.Request.Kind).ToLowerInvariant()} {Listing.Role.DisplayName}?";

    private Task CancelAsync() => DoAsync(caller => Cancellation.ExecuteAsync(caller, Listing.Request.Id, CancellationToken.None));
}
