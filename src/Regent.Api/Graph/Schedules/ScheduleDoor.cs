using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;

namespace Regent.Api.Graph.Schedules;

/// <summary>The addresses of one list of schedules or instances.</summary>
internal sealed class ScheduleDoor
{
    private readonly ScheduleFamily family;
    private readonly ScheduleSet set;

    private ScheduleDoor(ScheduleFamily family, ScheduleSet set)
    {
        this.family = family;
        this.set = set;
    }

    public static void Map(IEndpointRouteBuilder graph, ScheduleFamily family, ScheduleSet set)
    {
        var door = new ScheduleDoor(family, set);
        var group = graph.MapGroup(set.Set).Needs(set.Needs);
        group.MapGet("", door.ListAsync);
        group.MapGet("$count", door.CountAsync);
        group.MapGet("{id}", door.GetAsync);
        if (set.HasOwn)
        {
            group.MapGet("filterByCurrentUser(on='{on}')", door.ListOwnAsync);
        }

        foreach (var related in set.Navigations)
        {
            group.MapGet($"{{id}}/{related.Member}", (GraphCall call, string id, GetSchedule get, FindRelated find, FindAwaited wait, CancellationToken ct) =>
                door.FollowAsync(call, id, related, get, find, wait, ct));
        }
    }

    private Task<IResult> ListAsync(GraphCall call, ListSchedules list, FindRelated find, FindAwaited wait, CancellationToken ct) =>
        ReadAllAsync(call, list, asked => asked, async (asked, page) =>
        {
            var related = await find.OfAsync(asked.Selection, page.Items, ct);
            return call.List(set.Set, asked, await AwaitedAsync(page, wait, ct), seen => set.Write(seen, related));
        }, ct);

    private Task<IResult> CountAsync(GraphCall call, ListSchedules list, CancellationToken ct) =>
        ReadAllAsync(call, list, asked => asked.Counting(), (_, page) => Task.FromResult(GraphAnswers.Count(page)), ct);

    private Task<IResult> ListOwnAsync(GraphCall call, string on, ListSchedules list, FindRelated find, FindAwaited wait, CancellationToken ct) =>
        on.Equals("principal", StringComparison.OrdinalIgnoreCase)
            ? call.Query(set.Contract).AnswerAsync(asked => FindAsync(call, list, asked, Own, async page =>
            {
                var related = await find.OfAsync(asked.Selection, page.Items, ct);
                return call.List($"Collection({set.Entity})", asked, await AwaitedAsync(page, wait, ct), seen => set.Write(seen, related), typed: true);
            }, ct))
            : Task.FromResult(GraphErrors.Of(new Flaw(FlawKind.Query, "These can be filtered on='principal' only.") { Target = "on" }));

    private Task<IResult> GetAsync(GraphCall call, string id, GetSchedule get, FindRelated find, FindAwaited wait, CancellationToken ct) =>
        call.Query(set.Contract).Then(asked => asked.OfItem()).AnswerAsync(selection =>
            ItemAsync(call, id, selection, get, find, wait, item => call.Item(set.Set, selection, item), ct));

    private Task<IResult> FollowAsync(
        GraphCall call, string id, Navigation to, GetSchedule get, FindRelated find, FindAwaited wait, CancellationToken ct) =>
        call.Query(to.Contract).Then(asked => asked.OfItem()).AnswerAsync(selection =>
            ItemAsync(
                call, id, new Selection(Members: null, [new Expansion(to.Member, selection)]), get, find, wait,
                item => to.Answer(call, selection, item), ct));

    private async Task<IResult> ItemAsync(
        GraphCall call, string id, Selection selection, GetSchedule get, FindRelated find, FindAwaited wait, Func<object, IResult> answer,
        CancellationToken ct)
    {
        if (set.Find(id) is not { } query)
        {
            return GraphErrors.NoSuchItem(id);
        }

        return await get.ExecuteAsync(call.Caller, query, ct) switch
        {
            Outcome<SeenSchedule>.Refused([{ Code: RefusalCode.RoleAssignmentDoesNotExist }]) => GraphErrors.NoSuchItem(id),
            var found => await found.AnswerAsync(async seen => answer(set.Write(
                (await AwaitedAsync(new Page<SeenSchedule>([seen], Next: null), wait, ct)).Items[0], await find.OfAsync(selection, [seen], ct)))),
        };
    }

    private Task<IResult> ReadAllAsync(
        GraphCall call, ListSchedules list, Func<ODataQuery, ODataQuery> shape, Func<ODataQuery, Page<SeenSchedule>, Task<IResult>> answer,
        CancellationToken ct) =>
        call.Query(set.Contract).Then<ODataQuery>(asked => shape(asked)).AnswerAsync(async asked => family.TooWide(asked)
            ?? await FindAsync(call, list, asked, Everybodys, page => answer(asked, page), ct));

    private Task<IResult> FindAsync(
        GraphCall call, ListSchedules list, ODataQuery asked, Func<ScheduleAsk, (ScheduleList, ScheduleAsk)> whose,
        Func<Page<SeenSchedule>, Task<IResult>> answer, CancellationToken ct) =>
        ScheduleQueries.Read(asked, family, set).AnswerAsync(async read =>
        {
            var (wanted, ask) = whose(read);
            return await (await list.ExecuteAsync(call.Caller, wanted, ask.Query, asked.Page(PageAsk.Largest), ct)).AnswerAsync(answer);
        });

    // Only schedules of assignments tell how far they are.
    private async Task<Page<SeenSchedule>> AwaitedAsync(Page<SeenSchedule> page, FindAwaited wait, CancellationToken ct)
    {
        if (family.Kind != ScheduleKind.Assignment || set.View != ScheduleView.Open)
        {
            return page;
        }

        var awaited = await wait.ExecuteAsync([.. page.Items.Select(seen => seen.Listing.Schedule.Id)], ct);
        return page with { Items = [.. page.Items.Select(seen => seen with { IsAwaited = awaited.Contains(seen.Listing.Schedule.Id) })] };
    }

    // In everybody's list each is shown with whoever has it themselves.
    private (ScheduleList, ScheduleAsk) Everybodys(ScheduleAsk ask) => (set.Whose, ask.ThroughGroup == true ? ask.Nothing : ask);

    private static (ScheduleList, ScheduleAsk) Own(ScheduleAsk ask) => (ask.ThroughGroup switch
    {
        null => ScheduleList.Mine,
        true => ScheduleList.MineThroughGroups,
        false => ScheduleList.MineDirectly,
    }, ask);
}
