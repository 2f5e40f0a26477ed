using System.Collections.Concurrent;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeAgenda(FakeMemory memory) : IAgenda
{
    private readonly ConcurrentDictionary<Guid, bool> claimed = new();

    /// <summary>Everything on it, longest due first.</summary>
    public IReadOnlyList<AgendaItem> Items => [.. memory.Now.Agenda.Values.OrderBy(item => item.Due).ThenBy(item => item.Id)];

    private IEnumerable<AgendaItem> Free(AgendaShare share) =>
        Items.Where(item => !claimed.ContainsKey(item.Id) && (share == AgendaShare.All || item.Kind != AgendaKind.SendMail));

    public Task AddAsync(AgendaKind kind, Guid subject, DateTimeOffset now, DateTimeOffset due, CancellationToken ct)
    {
        var item = new AgendaItem(Guid.CreateVersion7(now), kind, subject, due, Attempts: 0, LastError: null, FailingSince: null);
        memory.Write(held => held.Agenda.Values.FirstOrDefault(other => other.Kind == kind && other.Subject == subject) is { } known
            ? held with { Agenda = held.Agenda.SetItem(known.Id, known with { Due = due }) }
            : held with { Agenda = held.Agenda.Add(item.Id, item) });
        return Task.CompletedTask;
    }

    public Task<IAgendaClaim?> ClaimAsync(DateTimeOffset now, AgendaShare share, CancellationToken ct) =>
        Task.FromResult<IAgendaClaim?>(Free(share).FirstOrDefault(item => item.Due <= now && TryClaim(item)) is { } item
            ? new Claim(this, item)
            : null);

    public Task<DateTimeOffset?> NextDueAsync(AgendaShare share, CancellationToken ct) =>
        Task.FromResult(Free(share).Select(item => (DateTimeOffset?)item.Due).FirstOrDefault());

    public Task<IReadOnlyList<AgendaItem>> FailingAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<AgendaItem>>([.. Items.Where(item => item.FailingSince is not null).OrderBy(item => item.FailingSince)]);

    // Between looking and claiming, another may have claimed it, done it and let go.
    private bool TryClaim(AgendaItem item) => claimed.TryAdd(item.Id, true) && memory.Now.Agenda.ContainsKey(item.Id);

    private void Change(Func<FakeMemory.Contents, FakeMemory.Contents> change) => memory.Change(change);

    private sealed class Claim(FakeAgenda agenda, AgendaItem item) : IAgendaClaim
    {
        public AgendaItem Item => item;

        public Task DoneAsync(CancellationToken ct)
        {
            agenda.Change(held => held.Agenda.GetValueOrDefault(item.Id)?.Due == item.Due
                ? held with { Agenda = held.Agenda.Remove(item.Id) }
                : held);
            return Task.CompletedTask;
        }

        public Task RetryAsync(DateTimeOffset now, DateTimeOffset due, string error, CancellationToken ct)
        {
            var failed = item with
            {
                Due = due,
                Attempts = item.Attempts + 1,
                LastError = error,
                FailingSince = item.FailingSince ?? now,
            };
            agenda.Change(held => held with { Agenda = held.Agenda.SetItem(item.Id, failed) });
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            agenda.claimed.TryRemove(item.Id, out _);
            return ValueTask.CompletedTask;
        }
    }
}
