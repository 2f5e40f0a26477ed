using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Requests;

namespace Regent.Portal.Parts;

/// <summary>The story of one request as it happens.</summary>
public sealed partial class RequestProgress
{
    /// <summary>Which request.</summary>
    [Parameter, EditorRequired]
    public RequestId Request { get; set; }

    protected override object State => Request;

    [Inject]
    private GetRequest Requests { get; set; } = default!;

    protected override Task<Outcome<RequestStory>> LoadAsync(CancellationToken ct) => Requests.ExecuteAsync(Caller, Request, ct);
}
