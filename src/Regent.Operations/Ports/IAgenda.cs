namespace Regent.Operations.Ports;

/// <summary>All later work. What keeps failing stays here, visible.</summary>
public interface IAgenda
{
    /// <summary>Puts work on the agenda, in the running unit of work. The same kind and subject is there only once, with the due time given last.</summary>
    Task AddAsync(AgendaKind kind, Guid subject, DateTimeOffset now, DateTimeOffset due, CancellationToken ct);

    /// <summary>The work of a share that is longest due and that nobody has claimed; null when there is none.</summary>
    Task<IAgendaClaim?> ClaimAsync(DateTimeOffset now, AgendaShare share, CancellationToken ct);

    /// <summary>When the next unclaimed work of a share is due; null when there is none.</summary>
    Task<DateTimeOffset?> NextDueAsync(AgendaShare share, CancellationToken ct);

    /// <summary>Work that has failed at least once, longest failing first.</summary>
    Task<IReadOnlyList<AgendaItem>> FailingAsync(CancellationToken ct);
}
