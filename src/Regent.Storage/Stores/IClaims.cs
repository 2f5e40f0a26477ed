using Regent.Operations.Ports;

namespace Regent.Storage.Stores;

/// <summary>How the database at hand keeps two from doing the same work.</summary>
internal interface IClaims
{
    /// <summary>Claims the work of a share that is longest due and free; null when there is none.</summary>
    Task<IAgendaClaim?> TakeAsync(DateTimeOffset now, AgendaShare share, CancellationToken ct);

    /// <summary>When the next free work of a share is due; null when there is none.</summary>
    Task<DateTimeOffset?> NextDueAsync(AgendaShare share, CancellationToken ct);
}
