using Regent.Operations.Ports;

namespace Regent.Server.Sample;

/// <summary>
/// The agenda of the sample's past, kept in mind: what falls due in the past is done there, within the one unit of work that
/// the past is. What is left goes to the agenda that stays.
/// </summary>
internal sealed class SampleAgenda : IAgenda
{
    private readonly List<AgendaItem> items = [];

    public void Clear() => items.Clear();

    public Task AddAsync(AgendaKind kind, Guid subject, DateTimeOffset now, DateTimeOffset due, CancellationToken ct)
    {
        items.RemoveAll(item => item.Kind == kind && item.Subject == subject);
        items.Add(new AgendaItem(Guid.CreateVersion7(now), kind, subject, due, Attempts: 0, LastError: null, FailingSince: null));

        return Task.CompletedTask;
    }

    public Task<IAgendaClaim?> ClaimAsync(DateTimeOffset now, AgendaShare share, CancellationToken ct) =>
        Task.FromResult<IAgendaClaim?>(First is { } first && first.Due <= now ? new Claim(first, items) : null);

    public Task<DateTimeOffset?> NextDueAsync(AgendaShare share, CancellationToken ct) => Task.FromResult(First?.Due);

    public Task<IReadOnlyList<AgendaItem>> FailingAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<AgendaItem>>([]);

    /// <summary>Puts what is still to come on the agenda that stays.</summary>
    public async Task HandOverAsync(IAgenda lasting, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var item in items)
        {
            await lasting.AddAsync(item.Kind, item.Subject, now, item.Due, ct);
        }

        items.Clear();
    }

    private AgendaItem? First => items.OrderBy(item => item.Due).ThenBy(item => item.Id).FirstOrDefault();

    private sealed class Claim(AgendaItem item, List<AgendaItem> items) : IAgendaClaim
    {
        public AgendaItem Item => item;

        public Task DoneAsync(CancellationToken ct)
        {
            items.Remove(item);
            return Task.CompletedTask;
        }

        // Nothing outside has a part in the past; what fails there is a bug, and must not be put off.
        public Task RetryAsync(DateTimeOffset now, DateTimeOffset due, string error, CancellationToken ct) =>
            throw new InvalidOperationException($"The sample organisation's past went wrong: {error}");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
