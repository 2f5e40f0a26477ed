namespace Regent.Operations.Ports;

/// <summary>
/// Due work in one target that nobody else does while this is held; nobody else does any of its share there. Disposed without a word,
/// or lost with its holder, the work is due again.
/// </summary>
public interface IAgendaLane : IAsyncDisposable
{
    /// <summary>The work, all of one kind, longest due first.</summary>
    IReadOnlyList<WakeUp> Items { get; }

    /// <summary>It is done and leaves the agenda.</summary>
    Task DoneAsync(CancellationToken ct);

    /// <summary>None of it could be done, and all of it is due again then.</summary>
    Task PostponeAsync(DateTimeOffset due, CancellationToken ct);
}
