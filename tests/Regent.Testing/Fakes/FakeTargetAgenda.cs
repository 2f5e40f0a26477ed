using System.Collections.Concurrent;
using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeTargetAgenda(FakeMemory memory) : ITargetAgenda
{
    private readonly ConcurrentDictionary<(TargetId Target, TargetShare Share), bool> entered = new();

    /// <summary>All that is planned.</summary>
    public IEnumerable<WakeUp> All => memory.Now.WakeUps.Select(one => one.What);

    /// <summary>Called when somebody is about to enter a lane.</summary>
    public Func<Task> Entering { get; set; } = () => Task.CompletedTask;

    public Task WakeAsync(TargetId target, IReadOnlyCollection<WakeUp> wakeUps, DateTimeOffset now, CancellationToken ct)
    {
        memory.Write(held => held with { WakeUps = held.WakeUps.AddRange(wakeUps.Select(one => (target, Guid.CreateVersion7(now), one))) });
        return Task.CompletedTask;
    }

    public Task WakeOnceAsync(TargetId target, IReadOnlyCollection<WakeUp> wakeUps, DateTimeOffset now, CancellationToken ct)
    {
        var due = wakeUps.Where(one => one.Due <= now).Select(one => (one.Work, one.Subject)).ToHashSet();
        memory.Write(held => held with
        {
            WakeUps = held.WakeUps.RemoveAll(one => one.Target == target && one.What.Due <= now && due.Contains((one.What.Work, one.What.Subject))),
        });
        return WakeAsync(target, [.. wakeUps.Distinct()], now, ct);
    }

    public Task PlanAsync(TargetId target, WakeUp wakeUp, DateTimeOffset now, CancellationToken ct)
    {
        memory.Write(held => held with
        {
            WakeUps = held.WakeUps.RemoveAll(one => one.Target == target && one.What.Due > now
                && (one.What.Work, one.What.Subject) == (wakeUp.Work, wakeUp.Subject)),
        });
        return WakeAsync(target, [wakeUp], now, ct);
    }

    public async Task<IAgendaLane?> EnterAsync(TargetId target, TargetShare share, DateTimeOffset now, int most, CancellationToken ct)
    {
        await Entering();
        if (!entered.TryAdd((target, share), true))
        {
            return null;
        }

        var due = In(target, share).Where(one => one.What.Due <= now).OrderBy(one => one.What.Due).Take(most).ToList();
        if (due.Count > 0)
        {
            return new Lane(this, target, share, due.FindAll(one => one.What.Work == due[0].What.Work));
        }

        entered.TryRemove((target, share), out _);
        return null;
    }

    public Task<DateTimeOffset?> NextDueAsync(TargetId target, TargetShare share, CancellationToken ct) =>
        Task.FromResult(In(target, share).Min(one => (DateTimeOffset?)one.What.Due));

    private IEnumerable<(TargetId Target, Guid Id, WakeUp What)> In(TargetId target, TargetShare share) => memory.Now.WakeUps.Where(
        one => one.Target == target && one.What.Work == TargetWork.Synchronise == (share == TargetShare.People));

    private sealed class Lane(FakeTargetAgenda agenda, TargetId target, TargetShare share, List<(TargetId Target, Guid Id, WakeUp What)> due) : IAgendaLane
    {
        public IReadOnlyList<WakeUp> Items => [.. due.Select(one => one.What)];

        public Task DoneAsync(CancellationToken ct)
        {
            agenda.Change(held => held with { WakeUps = held.WakeUps.RemoveRange(due) });
            return Task.CompletedTask;
        }

        public Task PostponeAsync(DateTimeOffset later, CancellationToken ct)
        {
            agenda.Change(held => held with
            {
                WakeUps = held.WakeUps.RemoveRange(due).AddRange(due.Select(one => (one.Target, one.Id, one.What with { Due = later }))),
            });
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            agenda.entered.TryRemove((target, share), out _);
            return ValueTask.CompletedTask;
        }
    }

    private void Change(Func<FakeMemory.Contents, FakeMemory.Contents> change) => memory.Change(change);
}
