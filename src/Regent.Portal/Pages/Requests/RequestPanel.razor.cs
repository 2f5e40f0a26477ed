using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Portal.Pages.Requests;

/// <summary>One request: what was asked, and its story as it happens.</summary>
public sealed partial class RequestPanel
{
    /// <summary>Which request.</summary>
    [Parameter, EditorRequired]
    public RequestId Request { get; set; }

    /// <summary>Called when the reader is through.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Called when the reader wants to withdraw it.</summary>
    [Parameter]
    public EventCallback<RequestListing> OnCancel { get; set; }

    protected override object State => Request;

    [Inject]
    private GetRequest Requests { get; set; } = default!;

    protected override Task<Outcome<RequestStory>> LoadAsync(CancellationToken ct) => Requests.ExecuteAsync(Caller, Request, ct);
}
