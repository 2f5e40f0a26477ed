using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Arm.Contracts;
using Regent.Api.Arm.Protocol;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;

namespace Regent.Api.Arm.Schedules;

/// <summary>What is planned, or in force, of one kind: <c>roleAssignmentSchedules</c> and <c>roleAssignmentScheduleInstances</c> and their counterparts.</summary>
internal sealed class HeldRoles
{
    private readonly ScheduleKind kind;
    private readonly ScheduleView view;
    private readonly string type;

    private HeldRoles(ScheduleKind kind, ScheduleView view)
    {
        (this.kind, this.view) = (kind, view);
        var about = kind == ScheduleKind.Assignment ? "Assignment" : "Eligibility";
        type = $"role{about}Schedule{(view == ScheduleView.InForce ? "Instances" : "s")}";
    }

    private ScheduleQuery All => new(kind, view, Now: default) { Sort = ScheduleSort.Start };

    /// <summary>Maps the schedules and the instances of a kind.</summary>
    public static void Map(IEndpointRouteBuilder arm, ScheduleKind kind)
    {
        foreach (var view in new[] { ScheduleView.Open, ScheduleView.InForce })
        {
            var held = new HeldRoles(kind, view);
            var group = arm.MapGroup(held.type).Speaks(ArmVersions.Requests).ShowsResources(typeof(HeldProperties));
            group.MapGet("", held.ListAsync);
            group.MapGet("{name}", held.GetAsync);
        }
    }

    private Task<IResult> ListAsync(ArmCall call, ListAround list, FindAwaited wait, CancellationToken ct) =>
        call.Scope.Then(scope => call.Filter.Then(filter => SchedulesFilter.Read(filter, new AroundAsk(scope), All, call.Caller)))
            .AnswerAsync(asked => call.Page().AnswerAsync(async page =>
                await (await list.ExecuteAsync(call.Caller, asked.Ask, asked.Query, page, ct)).AnswerAsync(async found =>
                {
                    var awaited = await AwaitedAsync(found, wait, ct);
                    return call.List(found, listing => Contract(listing, asked.Ask, awaited));
                })));

    private Task<IResult> GetAsync(ArmCall call, string name, ListAround list, FindAwaited wait, CancellationToken ct) => call.Scope.AnswerAsync(async scope =>
    {
        if (!Guid.TryParseExact(name, "D", out var id))
        {
            return ArmErrors.NoSuch(type, name);
        }

        var ask = new AroundAsk(scope);
        return await (await list.ExecuteAsync(call.Caller, ask, All with { Id = new ScheduleId(id) }, new PageAsk(1), ct)).AnswerAsync(async found =>
            found.Items is [var only] ? ArmAnswers.Item(Contract(only, ask, await AwaitedAsync(found, wait, ct))) : ArmErrors.NoSuch(type, name));
    });

    private async Task<IReadOnlySet<ScheduleId>> AwaitedAsync(Page<ScheduleListing> found, FindAwaited wait, CancellationToken ct) =>
        await wait.ExecuteAsync(kind == ScheduleKind.Assignment ? [.. found.Items.Select(listing => listing.Schedule.Id)] : Array.Empty<ScheduleId>(), ct);

    private ResourceContract Contract(ScheduleListing listing, AroundAsk ask, IReadOnlySet<ScheduleId> awaited)
    {
        var schedule = listing.Schedule;
        var member = ask.AssignedTo is { } holder && holder != schedule.Principal ? "Group" : IsAbove(schedule.Scope, ask.Scope) ? "Inherited" : "Direct";
        var held = view == ScheduleView.InForce ? HeldProperties.OfInstance(listing, member) : HeldProperties.OfSchedule(listing, member);
        return ResourceContract.Of(
            schedule.Scope, type, schedule.Id, awaited.Contains(schedule.Id) ? held with { Status = SchedulesFilter.Awaited } : held);
    }

    // What stands at neither the scope nor below it, and was found from there, stands above.
    private static bool IsAbove(Scope held, Scope asked) => held != asked && asked != Scope.Tenant && asked.Kind > held.Kind;
}
