namespace Regent.Operations.Ports;

/// <summary>Tells that something was committed, so that pages and workers look again.</summary>
public interface IChangeFeed
{
    /// <summary>Calls back after each commit, on any thread, without saying what changed. Dispose to stop.</summary>
    IDisposable Subscribe(Action committed);
}
