using Microsoft.AspNetCore.Http;
using Regent.Api.Graph.Protocol;
using Regent.Api.Graph.Schedules;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.GroupAccess;

/// <summary>Memberships and ownerships of groups that somebody is eligible for or has.</summary>
internal sealed class GroupFamily(ScheduleKind kind) : ScheduleFamily(RoleSystem.Groups, kind)
{
    private static readonly string[] Narrowing = ["groupId", "group/id", "principalId", "principal/id"];

    public override ScheduleSet Schedules { get; } = GroupSets.Schedules(kind);

    public override ScheduleSet Instances { get; } = GroupSets.Instances(kind);

    public override string RequestSet { get; } = GroupSets.Name(kind, "ScheduleRequests");

    public override Type RequestContract { get; } =
        kind == ScheduleKind.Assignment ? typeof(GroupAssignmentRequestContract) : typeof(GroupEligibilityRequestContract);

    public override IReadOnlyList<Navigation> RequestNavigations { get; } = GroupSets.RequestNavigations(kind);

    public override FamilyPermissions Permissions { get; } = GroupPermissions.Of(kind);

    public override Reading<(RoleDefinitionId Role, Scope Scope)> Held(ScheduleRequestBody body) =>
        BodyMembers.Id(body.GroupId, "groupId").Then(group => Access(body.AccessId)
            .Then<(RoleDefinitionId, Scope)>(role => (role, Scope.OfGroup(new PrincipalId(group)))));

    public override Guid? ReadId(string text) =>
        Guid.TryParseExact(text, "D", out var id) ? id : GroupScheduleId.Read(text)?.Schedule.Value;

    public override IResult? TooWide(ODataQuery asked) =>
        asked.Filter.Any(term => Narrowing.Contains(term.Path) && term.Operator is FilterOperator.Equal or FilterOperator.In)
            ? null
            : GraphErrors.TooWide("This list needs a $filter that says 'groupId eq …' or 'principalId eq …'.");

    public override Reading<ScheduleAsk> Narrow(ScheduleAsk ask, FilterTerm term) => term switch
    {
        { Operator: not FilterOperator.Equal } => term.Unsupported,
        { Path: "groupId" or "group/id" } => Group(term).Then<ScheduleAsk>(scope => ask.At(scope)),
        { Path: "accessId" } => AccessId.Read(term.Text) is { } role ? ask.Of(role) : term.Misfit,
        _ => term.Unsupported,
    };

    public override Reading<RequestQuery> Narrow(RequestQuery query, FilterTerm term) => term switch
    {
        { Operator: not FilterOperator.Equal } => term.Unsupported,
        { Path: "groupId" or "group/id" } => Group(term).Then<RequestQuery>(scope =>
            query.Scope is { } other && other != scope ? query.Nothing() : query with { Scope = scope }),
        { Path: "accessId" } => AccessId.Read(term.Text) is { } role ? query with { Role = role } : term.Misfit,
        _ => term.Unsupported,
    };

    public override ScheduleRequestContract Write(ScheduleRequest request) => Kind == ScheduleKind.Assignment
        ? new GroupAssignmentRequestContract(request)
        : new GroupEligibilityRequestContract(request);

    public override ScheduleRequestContract Write(RequestListing listing, Related related) => Kind == ScheduleKind.Assignment
        ? GroupAssignmentRequestContract.Of(listing, related)
        : GroupEligibilityRequestContract.Of(listing, related);

    private static Reading<Scope> Group(FilterTerm term) => FilterValues.Id(term).Then<Scope>(id => Scope.OfGroup(new PrincipalId(id)));

    private static Reading<RoleDefinitionId> Access(string? text)
    {
        if (text is null)
        {
            return BodyMembers.Missing("accessId");
        }

        return AccessId.Read(text) is { } role ? role : BodyMembers.Wrong("accessId", $"'{text}' is neither 'member' nor 'owner'.");
    }
}
