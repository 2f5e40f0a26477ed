using Regent.Core.Apps;

namespace Regent.Operations.Ports;

/// <summary>The programs that are registered, with what was issued to them.</summary>
public interface IAppStore
{
    /// <summary>One program; null when unknown.</summary>
    Task<RegisteredApp?> FindAsync(AppId id, CancellationToken ct);

    /// <summary>All of them, by name.</summary>
    Task<IReadOnlyList<RegisteredApp>> ListAsync(CancellationToken ct);

    /// <summary>Adds the program, or replaces the one with its id. Its service principal is in the directory.</summary>
    Task SaveAsync(RegisteredApp app, CancellationToken ct);

    /// <summary>Voids every token that was issued to the program so far; safe to repeat.</summary>
    Task VoidTokensAsync(AppId id, CancellationToken ct);

    /// <summary>
    /// Forgets tokens that had ended before a time, and sign-ins from before it none of whose tokens is left; what people agreed to for good
    /// stays. A used or revoked token is kept until it would have ended: only so is it known when it comes again.
    /// </summary>
    /// <param name="before">The time.</param>
    /// <param name="most">Of each at most so many, so that nobody waits long.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many were forgotten; 0 when nothing is left to forget.</returns>
    Task<int> ForgetEndedAsync(DateTimeOffset before, int most, CancellationToken ct);

    /// <summary>Removes the program with all its tokens and what people agreed to; one that is not there is no error.</summary>
    Task RemoveAsync(AppId id, CancellationToken ct);
}
