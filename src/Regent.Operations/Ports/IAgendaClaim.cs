namespace Regent.Operations.Ports;

/// <summary>Work that nobody else does while this is held. Disposed without a word, or lost with its holder, it is free again.</summary>
public interface IAgendaClaim : IAsyncDisposable
{
    AgendaItem Item { get; }

    /// <summary>It is done and leaves the agenda.</summary>
    Task DoneAsync(CancellationToken ct);

    /// <summary>It failed and is due again.</summary>
    /// <param name="now">When it failed.</param>
    /// <param name="due">When to try again.</param>
    /// <param name="error">What went wrong, without secrets.</param>
    /// <param name="ct">Gives up.</param>
    Task RetryAsync(DateTimeOffset now, DateTimeOffset due, string error, CancellationToken ct);
}
