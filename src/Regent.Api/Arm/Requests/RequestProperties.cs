using System.Text.Json.Serialization;
using Regent.Api.Arm.Contracts;
using Regent.Api.Arm.Protocol;
using Regent.Api.Arm.Schedules;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Api.Arm.Requests;

/// <summary>A request and what became of it (specification of the API, section 3.4). What the program sent, it reads as it spelt it.</summary>
internal abstract record RequestProperties
{
    protected RequestProperties(RequestListing listing)
    {
        var request = listing.Request;
        Scope = request.Scope.Value;
        RoleDefinitionId = ArmIds.Role(request.Scope, request.Role);
        PrincipalId = request.Principal.ToString();
        PrincipalType = listing.Principal.Kind.ToString();
        RequestType = request.Action.ToString();
        Status = request.Status.ToString();
        ApprovalId = request.Approval?.ExpiresAt is null ? null : ArmIds.Of(Core.Roles.Scope.Tenant, "roleAssignmentApprovals", request.Id);
        ScheduleInfo = SpanContract.Of(request);
        TicketInfo = new TicketContract(request.Ticket?.Number, request.Ticket?.System);
        Justification = request.Justification;
        RequestorId = request.CreatedBy.ToString();
        CreatedOn = request.CreatedAt;
        Condition = request.Wording?.Condition;
        ConditionVersion = request.Wording?.ConditionVersion;
        ExpandedProperties = ExpandedContract.Of(request.Scope, listing.ScopeName, listing.Role, listing.Principal);
    }

    public string Scope { get; }

    public string RoleDefinitionId { get; }

    public string PrincipalId { get; }

    public string PrincipalType { get; }

    public string RequestType { get; }

    public string Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ApprovalId { get; init; }

    public SpanContract ScheduleInfo { get; }

    public TicketContract TicketInfo { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Justification { get; }

    public string RequestorId { get; }

    public DateTimeOffset CreatedOn { get; }

    public string? Condition { get; }

    public string? ConditionVersion { get; }

    public ExpandedContract ExpandedProperties { get; }

    public static RequestProperties Of(RequestListing listing) => listing.Request.Kind switch
    {
        ScheduleKind.Assignment => new AssignmentRequestProperties(listing),
        ScheduleKind.Eligibility => new EligibilityRequestProperties(listing),
    };

    /// <summary>A request that was judged and not kept, so that nothing can be asked about what it would have made.</summary>
    public RequestProperties Rehearsed() => this with { ApprovalId = null };

    /// <summary>The request as it reads while a system outside still owes what it gave.</summary>
    public RequestProperties Awaiting(bool isAwaited) => isAwaited ? this with { Status = SchedulesFilter.Awaited } : this;

    /// <summary>The schedule it made or is about: the bare id, unless the program spelt just that in its own way.</summary>
    protected static string? TargetOf(ScheduleRequest request)
    {
        var id = (request.Schedule ?? request.Target)?.ToString();
        return request.Wording?.Target is { } sent && sent.Equals(id, StringComparison.OrdinalIgnoreCase) ? sent : id;
    }

    internal sealed record TicketContract(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? TicketNumber,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? TicketSystem);
}
