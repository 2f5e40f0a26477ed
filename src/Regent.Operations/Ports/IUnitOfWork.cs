namespace Regent.Operations.Ports;

/// <summary>Makes load, decide and save one step that no other step interleaves with.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs the work in one serializable transaction: all it wrote is there when this returns, and nothing when it throws.
    /// A step that lost a race is run again from its beginning, so work reads the time inside and keeps nothing outside.
    /// Work inside work joins the outer step. Every port called inside takes part; nothing is written outside.
    /// </summary>
    Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct);
}
