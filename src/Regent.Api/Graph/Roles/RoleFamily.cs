using Regent.Api.Graph.Protocol;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>Directory roles that somebody is eligible for or holds.</summary>
internal sealed class RoleFamily(ScheduleKind kind) : ScheduleFamily(RoleSystem.Directory, kind)
{
    public static RoleFamily Assignments { get; } = new(ScheduleKind.Assignment);

    public static RoleFamily Eligibilities { get; } = new(ScheduleKind.Eligibility);

    public override ScheduleSet Schedules { get; } = RoleSets.Schedules(kind);

    public override ScheduleSet Instances { get; } = RoleSets.Instances(kind);

    public override string RequestSet { get; } = RoleSets.Name(kind, "ScheduleRequests");

    public override Type RequestContract { get; } =
        kind == ScheduleKind.Assignment ? typeof(RoleAssignmentScheduleRequestContract) : typeof(RoleEligibilityScheduleRequestContract);

    public override IReadOnlyList<Navigation> RequestNavigations { get; } = RoleSets.RequestNavigations(kind);

    public override FamilyPermissions Permissions { get; } = RolePermissions.Of(kind);

    public override Reading<(RoleDefinitionId Role, Scope Scope)> Held(ScheduleRequestBody body) =>
        BodyMembers.Id(body.RoleDefinitionId, "roleDefinitionId")
            .Then(role => RoleMembers.Scope(body.DirectoryScopeId, body.AppScopeId)
            .Then<(RoleDefinitionId, Scope)>(scope => (new RoleDefinitionId(role), scope)));

    public override Guid? ReadId(string text) => Guid.TryParseExact(text, "D", out var id) ? id : null;

    public override Reading<ScheduleAsk> Narrow(ScheduleAsk ask, FilterTerm term) => term switch
    {
        { Path: "roleDefinition/displayName" } =>
            FilterValues.Match(term).Then<ScheduleAsk>(name => ask with { Query = ask.Query with { RoleName = name } }),
        { Path: "appScopeId" } => RoleMembers.IsMetByNone(term) ? ask : ask.Nothing,
        { Path: "roleDefinitionId" or "directoryScopeId", Operator: FilterOperator.NotNull } => ask,
        { Path: "roleDefinitionId" or "directoryScopeId", Operator: FilterOperator.Null } => ask.Nothing,
        { Operator: not FilterOperator.Equal } => term.Unsupported,
        { Path: "roleDefinitionId" or "roleDefinition/id" or "roleDefinition/templateId" } =>
            FilterValues.Id(term).Then<ScheduleAsk>(id => ask.Of(new RoleDefinitionId(id))),
        { Path: "directoryScopeId" } => FilterValues.Scope(term).Then<ScheduleAsk>(scope => ask.At(scope)),
        { Path: "roleAssignmentOriginId" } => InstanceId.Read(term.Text, Kind) is { } id
            ? ask.Of([id.Principal]).Of(id.Role).At(id.Scope)
            : ask.Nothing,
        _ => term.Unsupported,
    };

    public override Reading<RequestQuery> Narrow(RequestQuery query, FilterTerm term) => term switch
    {
        { Path: "appScopeId" } => RoleMembers.IsMetByNone(term) ? query : query.Nothing(),
        { Path: "directoryScopeId", Operator: FilterOperator.NotNull } => query,
        { Path: "directoryScopeId", Operator: FilterOperator.Null } => query.Nothing(),
        { Path: "directoryScopeId", Operator: FilterOperator.NotEqual } =>
            FilterValues.Scope(term).Then<RequestQuery>(scope => query with { NotAt = scope }),
        { Operator: not FilterOperator.Equal } => term.Unsupported,
        { Path: "directoryScopeId" } => FilterValues.Scope(term).Then<RequestQuery>(scope => query with { Scope = scope }),
        { Path: "roleDefinitionId" or "roleDefinition/id" or "roleDefinition/templateId" } => FilterValues.Id(term).Then<RequestQuery>(id =>
            query.Role is { } other && other.Value != id ? query.Nothing() : query with { Role = new RoleDefinitionId(id) }),
        _ => term.Unsupported,
    };

    public override ScheduleRequestContract Write(ScheduleRequest request) => Kind == ScheduleKind.Assignment
        ? new RoleAssignmentScheduleRequestContract(request)
        : new RoleEligibilityScheduleRequestContract(request);

    public override ScheduleRequestContract Write(RequestListing listing, Related related) => Kind == ScheduleKind.Assignment
        ? RoleAssignmentScheduleRequestContract.Of(listing, related)
        : RoleEligibilityScheduleRequestContract.Of(listing, related);
}
