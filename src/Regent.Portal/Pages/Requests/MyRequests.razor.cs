using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Requests;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Portal.Pages.Requests;

/// <summary>Everything the reader asked for, and what became of it.</summary>
public sealed partial class MyRequests
{
    private static readonly (string, string)[] Filters =
        [("open", "Open"), ("done", "Done"), ("denied", "Denied"), ("void", "Cancelled or lapsed")];

    private RequestListing? canceling;

    /// <summary>The request whose story is open; null for the list alone.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Status { get; set; }

    [CascadingParameter]
    private Overview? Overview { get; set; }

    protected override object State => (nameof(MyRequests), Status);

    [Inject]
    private ListRequests Requests { get; set; } = default!;

    private RequestStatus[]? Statuses => Status switch
    {
        "open" => [RequestStatus.PendingApproval, RequestStatus.PendingAdminDecision, RequestStatus.Granted],
        "done" => [RequestStatus.Provisioned, RequestStatus.Revoked],
        "denied" => [RequestStatus.Denied],
        "void" => [RequestStatus.Canceled, RequestStatus.TimedOut, RequestStatus.Failed],
        _ => null,
    };

    private string Query => new Uri(Address.Uri).Query;

    protected override Task<Outcome<Page<RequestListing>>> PageAsync(PageAsk page, CancellationToken ct) =>
        Requests.ExecuteAsync(Caller, RequestList.Mine, new RequestQuery { Statuses = Statuses }, page, ct);

    private bool CanCancel(RequestListing row) =>
        (row.Request.IsOwnedBy(Caller.Id) || Overview?.Authority.MayManage == true) && row.Request.IsCancelableAt(row.Schedule, Clock.GetUtcNow());

    private string HrefOf(RequestId id) => $"/my-requests/{id}{Query}";

    private void Close() => Address.NavigateTo($"/my-requests{Query}");
}
