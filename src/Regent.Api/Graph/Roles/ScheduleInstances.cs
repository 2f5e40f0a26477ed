using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Assignments;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;

namespace Regent.Api.Graph.Roles;

/// <summary>What is in force now, of one kind: <c>roleAssignmentScheduleInstances</c> or <c>roleEligibilityScheduleInstances</c>.</summary>
internal sealed class ScheduleInstances
{
    private const string Direct = "Direct";
    private const string ThroughGroup = "Group";

    private readonly ScheduleKind kind;
    private readonly string set;
    private readonly string entity;
    private readonly Type contract;
    private readonly Func<ScheduleListing, string, object> write;

    private ScheduleInstances(ScheduleKind kind)
    {
        this.kind = kind;
        (set, entity, contract, write) = kind switch
        {
            ScheduleKind.Assignment => (
                "roleManagement/directory/roleAssignmentScheduleInstances", "unifiedRoleAssignmentScheduleInstance",
                typeof(RoleAssignmentScheduleInstanceContract), (Func<ScheduleListing, string, object>)RoleAssignmentScheduleInstanceContract.Of),
            ScheduleKind.Eligibility => (
                "roleManagement/directory/roleEligibilityScheduleInstances", "unifiedRoleEligibilityScheduleInstance",
                typeof(RoleEligibilityScheduleInstanceContract), RoleEligibilityScheduleInstanceContract.Of),
        };
    }

    public static void Map(IEndpointRouteBuilder graph, ScheduleKind kind)
    {
        var instances = new ScheduleInstances(kind);
        var group = graph.MapGroup(instances.set);
        group.MapGet("", instances.ListAsync);
        group.MapGet("$count", instances.CountAsync);
        group.MapGet("filterByCurrentUser(on='{on}')", instances.ListOwnAsync);
        group.MapGet("{id}", instances.GetAsync);
    }

    private Task<IResult> ListAsync(GraphCall call, ListInstances list, CancellationToken ct) =>
        FindAsync(call, list, own: false, asked => asked, (asked, page) =>
            call.List(set, asked, page, listing => write(listing, Direct)), ct);

    private Task<IResult> CountAsync(GraphCall call, ListInstances list, CancellationToken ct) =>
        FindAsync(call, list, own: false, asked => asked.Counting(), (_, page) => GraphAnswers.Count(page), ct);

    private Task<IResult> ListOwnAsync(GraphCall call, string on, ListInstances list, CancellationToken ct) =>
        on.Equals("principal", StringComparison.OrdinalIgnoreCase)
            ? FindAsync(call, list, own: true, asked => asked, (asked, page) => call.List(
                $"Collection({entity})", asked, page,
                listing => write(listing, listing.Schedule.Principal == call.Caller.Id ? Direct : ThroughGroup), typed: true), ct)
            : Task.FromResult(GraphErrors.Of(new Flaw(FlawKind.Query, "These can be filtered on='principal' only.") { Target = "on" }));

    private Task<IResult> GetAsync(GraphCall call, string id, ListInstances list, CancellationToken ct) =>
        call.Query(contract).Then(asked => asked.OfItem()).AnswerAsync(async selection =>
            InstanceId.Read(id, kind) is { } wanted
                ? (await list.ExecuteAsync(call.Caller, own: false, ScheduleInstanceQuery.Of(wanted), new PageAsk(1), ct))
                    .Answer(page => page.Items is [var found, ..]
                        ? call.Item(set, selection, write(found, Direct))
                        : GraphErrors.NoSuchItem(id))
                : GraphErrors.NoSuchItem(id));

    private Task<IResult> FindAsync(
        GraphCall call, ListInstances list, bool own, Func<ODataQuery, ODataQuery> shape,
        Func<ODataQuery, Page<ScheduleListing>, IResult> answer, CancellationToken ct) =>
        call.Query(contract).Then<ODataQuery>(asked => shape(asked)).AnswerAsync(asked =>
            ScheduleInstanceQuery.Read(asked, kind).AnswerAsync(async query =>
                (await list.ExecuteAsync(call.Caller, own, query, asked.Page(PageAsk.Largest), ct)).Answer(page => answer(asked, page))));
}
