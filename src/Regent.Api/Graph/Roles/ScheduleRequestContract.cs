using System.Text.Json;
using System.Text.Json.Serialization;
using Regent.Api.Graph.Contracts;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>A request and what became of it (specification of the API, section 2.1).</summary>
internal abstract record ScheduleRequestContract
{
    // A removal shows none of the schedule it ended (specification of the API, section 2.4).
    protected ScheduleRequestContract(ScheduleRequest request)
    {
        var removes = request.Action is RequestAction.AdminRemove or RequestAction.SelfDeactivate;
        Id = request.Id.ToString();
        Status = request.Status.ToString();
        CreatedDateTime = request.CreatedAt;
        CompletedDateTime = removes ? null : request.CompletedAt;
        ApprovalId = request.Approval is null ? null : request.Id.ToString();
        Action = JsonNamingPolicy.CamelCase.ConvertName(request.Action.ToString());
        PrincipalId = request.Principal.ToString();
        RoleDefinitionId = request.Role.ToString();
        DirectoryScopeId = request.Scope.Value;
        TargetScheduleId = removes ? null : (request.Schedule ?? request.Target)?.ToString();
        Justification = request.Justification;
        CreatedBy = new IdentitySetContract(
            Application: null, Device: null, new IdentityContract(DisplayName: null, request.CreatedBy.ToString()));
        ScheduleInfo = removes ? null : RequestScheduleContract.Of(request);
        TicketInfo = TicketInfoContract.Of(request.Ticket);
    }

    public string Id { get; }

    public string Status { get; }

    public DateTimeOffset CreatedDateTime { get; }

    public DateTimeOffset? CompletedDateTime { get; }

    public string? ApprovalId { get; init; }

    /// <summary>Always null: Regent does not keep it.</summary>
    public string? CustomData { get; }

    public string Action { get; }

    public string PrincipalId { get; }

    public string RoleDefinitionId { get; }

    public string DirectoryScopeId { get; }

    /// <summary>Always null: directory roles have no scopes of applications.</summary>
    public string? AppScopeId { get; }

    public bool IsValidationOnly { get; init; }

    public string? TargetScheduleId { get; init; }

    public string? Justification { get; }

    public IdentitySetContract CreatedBy { get; }

    public RequestScheduleContract? ScheduleInfo { get; }

    public TicketInfoContract TicketInfo { get; }

    [OnDemand]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DirectoryObjectContract? Principal { get; init; }

    [OnDemand]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RoleDefinitionContract? RoleDefinition { get; init; }

    public static ScheduleRequestContract Of(RequestListing listing) => Of(listing.Request) with
    {
        Principal = DirectoryObjectContract.Of(listing.Principal),
        RoleDefinition = RoleDefinitionContract.Of(listing.Role),
    };

    public static ScheduleRequestContract Of(ScheduleRequest request) => request.Kind switch
    {
        ScheduleKind.Assignment => new RoleAssignmentScheduleRequestContract(request),
        ScheduleKind.Eligibility => new RoleEligibilityScheduleRequestContract(request),
    };

    /// <summary>A request that was judged and not kept, so that nothing can be asked about what it would have made.</summary>
    public ScheduleRequestContract Rehearsed() => this with { IsValidationOnly = true, ApprovalId = null, TargetScheduleId = null };
}
