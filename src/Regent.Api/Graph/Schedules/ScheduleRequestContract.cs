using System.Text.Json;
using System.Text.Json.Serialization;
using Regent.Api.Graph.Contracts;
using Regent.Api.OData;
using Regent.Core.Requests;

namespace Regent.Api.Graph.Schedules;

/// <summary>A request and what became of it (specification of the API, sections 2.1 and 2.2).</summary>
internal abstract record ScheduleRequestContract
{
    protected ScheduleRequestContract(ScheduleRequest request)
    {
        Id = request.Id.ToString();
        Status = request.Status.ToString();
        CreatedDateTime = request.CreatedAt;
        CompletedDateTime = ShowsSchedule(request) ? request.CompletedAt : null;
        ApprovalId = request.Approval is null ? null : request.Id.ToString();
        CustomData = request.Wording?.CustomData;
        Action = JsonNamingPolicy.CamelCase.ConvertName(request.Action.ToString());
        PrincipalId = request.Principal.ToString();
        Justification = request.Justification;
        CreatedBy = new IdentitySetContract(
            Application: null, Device: null, new IdentityContract(DisplayName: null, request.CreatedBy.ToString()));
        ScheduleInfo = ShowsSchedule(request) ? RequestScheduleContract.Of(request) : null;
        TicketInfo = TicketInfoContract.Of(request.Ticket);
    }

    [JsonPropertyOrder(-1)]
    public string Id { get; }

    public string Status { get; init; }

    public DateTimeOffset CreatedDateTime { get; }

    public DateTimeOffset? CompletedDateTime { get; }

    public string? ApprovalId { get; init; }

    public string? CustomData { get; }

    public string Action { get; }

    public string PrincipalId { get; }

    public bool IsValidationOnly { get; init; }

    public string? TargetScheduleId { get; init; }

    public string? Justification { get; }

    public IdentitySetContract CreatedBy { get; }

    public RequestScheduleContract? ScheduleInfo { get; }

    public TicketInfoContract TicketInfo { get; }

    [OnDemand]
    public DirectoryObjectContract? Principal { get; init; }

    /// <summary>A request that was judged and not kept, so that nothing can be asked about what it would have made.</summary>
    public ScheduleRequestContract Rehearsed() => this with { IsValidationOnly = true, ApprovalId = null, TargetScheduleId = null };

    /// <summary>The request as it reads while a system outside still owes what it gave.</summary>
    public ScheduleRequestContract Awaiting(bool isAwaited) => isAwaited ? this with { Status = ScheduleWords.Awaited } : this;

    /// <summary>A removal shows none of the schedule it ended (specification of the API, section 2.4).</summary>
    protected static bool ShowsSchedule(ScheduleRequest request) =>
        request.Action is not (RequestAction.AdminRemove or RequestAction.SelfDeactivate);
}
