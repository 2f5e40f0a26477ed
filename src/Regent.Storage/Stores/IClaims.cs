using Regent.Operations.Ports;

namespace Regent.Storage.Stores;

/// <summary>How the database at hand keeps two from doing the same work.</summary>
internal interface IClaims
{
    /// <summary>Claims the work that is longest due and free; null when there is none.</summary>
    Task<IAgendaClaim?> TakeAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>When the next free work is due; null when there is none.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken ct);
}
