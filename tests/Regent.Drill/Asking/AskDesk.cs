using System.Collections.Concurrent;
using Regent.Core.Requests;
using Regent.Core.Roles;
using Regent.Drill.Orders;
using Regent.Drill.Site;
using Regent.Operations.Ports;

namespace Regent.Drill.Asking;

/// <summary>Puts one ask to Regent and notes what follows from it; what was not answered is looked up once Regent works again.</summary>
internal sealed class AskDesk(DrillSite site, Random random)
{
    private const int ShortestMinutes = 5;
    private const int LongestMinutes = 15;
    private const int EligibleMinutes = 300 * 24 * 60;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, int> refused = new();
    private readonly ConcurrentQueue<string> faults = new();
    private int lost;
    private int found;

    /// <summary>How many were refused, by why.</summary>
    public IReadOnlyDictionary<string, int> Refused => refused;

    /// <summary>How many had no answer because Regent was killed.</summary>
    public int Lost => lost;

    /// <summary>How many of those had been accepted all the same.</summary>
    public int Found => found;

    /// <summary>Answers that cannot be.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Asks, and says whether it was accepted.</summary>
    public async Task<bool> AskAsync(Slot slot, Act act)
    {
        var before = site.Time.Earliest;
        var order = Order(slot, act);
        var change = Expect(slot, order, before);
        var reply = await site.Regent.AskAsync(order);
        var after = site.Time.Latest;
        var answer = reply ?? await FindAsync(slot, order);
        if (answer.IsDone && (answer.At < before || answer.At > after))
        {
            faults.Enqueue($"{order} was accepted at {answer.At:O}, but asked from {before:O} to {after:O}.");
        }

        site.Roster.Note(() => change(answer));
        slot.IsBusy = false;
        Count(answer);
        return answer.IsDone;
    }

    private Order Order(Slot slot, Act act)
    {
        var now = site.Time.Latest;
        var minutes = random.Next(ShortestMinutes, LongestMinutes + 1);
        if (act == Act.Extend && slot.OpenAt(now) is { } running)
        {
            minutes += (int)Math.Ceiling((running.MaybeUntil - now).TotalMinutes);
        }

        return new Order(
            site.Regent.NextNumber(), act, site.Roster.People[slot.Person].Id.Value, slot.Role.Id.Value,
            act == Act.BecomeEligible ? EligibleMinutes : minutes, now.AddMinutes(minutes + 1), Ahead: 0);
    }

    // What may be from now on, and what will be once the answer is there.
    private Action<Reply> Expect(Slot slot, Order order, DateTimeOffset before)
    {
        Action<Reply> then = _ => { };
        site.Roster.Note(() => then = order.Act switch
        {
            Act.Activate or Act.Give => Begin(slot.Begin(before), order),
            Act.Extend or Act.Change when slot.OpenAt(before) is { } running => Replan(running, order),
            Act.LoseEligibility => End(slot.OpenAt(before), before) + (answer => slot.IsEligible &= !answer.IsDone),
            Act.BecomeEligible => answer => slot.IsEligible |= answer.IsDone,
            _ => End(slot.OpenAt(before), before),
        });
        return then;
    }

    private Action<Reply> Begin(Cover cover, Order order)
    {
        cover.MayLastUntil(Latest(order));
        return answer =>
        {
            cover.Become(answer.IsDone ? answer.At : cover.MaybeFrom, answer.IsDone ? EndOf(order, answer) : cover.MaybeFrom);
            Keep(cover, answer);
        };
    }

    private Action<Reply> Replan(Cover cover, Order order)
    {
        var (from, until) = (cover.SurelyFrom, cover.SurelyUntil);
        cover.MayLastUntil(Latest(order));
        cover.MayEndAt(order.Act == Act.Change ? order.End : until);
        return answer =>
        {
            cover.Become(from, answer.IsDone ? EndOf(order, answer) : until);
            Keep(cover, answer);
        };
    }

    private static Action<Reply> End(Cover? cover, DateTimeOffset before)
    {
        if (cover is null)
        {
            return _ => { };
        }

        var (from, until) = (cover.SurelyFrom, cover.SurelyUntil);
        cover.MayEndAt(before);
        return answer => cover.Become(from, answer.IsDone && answer.At < until ? answer.At : until);
    }

    private static void Keep(Cover cover, Reply answer)
    {
        if (answer.IsDone)
        {
            cover.Schedules.Add(answer.Schedule ?? throw new InvalidOperationException("Nothing was made."));
        }
    }

    private static DateTimeOffset EndOf(Order order, Reply answer) =>
        order.Act is Act.Give or Act.Change ? order.End : answer.At.AddMinutes(order.Minutes);

    // Nothing leaps while an answer is out, but for a moment.
    private DateTimeOffset Latest(Order order) => site.Time.Latest.AddMinutes(order.Minutes + 2);

    private async Task<Reply> FindAsync(Slot slot, Order order)
    {
        Interlocked.Increment(ref lost);
        while (!site.Regent.IsWorking)
        {
            await Task.Delay(BetweenLooks);
        }

        var query = new RequestQuery { Principal = site.Roster.People[slot.Person].Id, Role = new RoleDefinitionId(order.Role) };
        var page = await site.The<IRequestStore>().ListAsync(query, new PageAsk(), CancellationToken.None);
        if (page.Items.Select(one => one.Request).FirstOrDefault(request => request.Justification == order.Justification) is not { } request)
        {
            return Reply.Refused(order.Number, "It was killed before it was accepted.");
        }

        Interlocked.Increment(ref found);
        return Told(order, request);
    }

    private static Reply Told(Order order, ScheduleRequest request) =>
        new(order.Number, IsDone: true, Why: null, request.CompletedAt ?? request.CreatedAt, request.Schedule?.Value);

    private void Count(Reply answer)
    {
        if (answer.Why?.StartsWith("It broke", StringComparison.Ordinal) == true)
        {
            faults.Enqueue(answer.Why);
        }

        if (answer is { IsDone: false, Why: { } why } && why != RegentProcess.NotAsked)
        {
            refused.AddOrUpdate(why, 1, (_, count) => count + 1);
        }
    }
}
