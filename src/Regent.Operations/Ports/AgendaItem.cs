namespace Regent.Operations.Ports;

/// <summary>Work that is due at some time.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What to do.</param>
/// <param name="Subject">With what: the id of a mail, a request or a schedule.</param>
/// <param name="Due">Not before.</param>
/// <param name="Attempts">How often it failed.</param>
/// <param name="LastError">Why it failed last; null when it never did.</param>
/// <param name="FailingSince">When it failed first; null when it never did.</param>
public sealed record AgendaItem(
    Guid Id, AgendaKind Kind, Guid Subject, DateTimeOffset Due, int Attempts, string? LastError, DateTimeOffset? FailingSince);
