namespace Regent.Operations.Ports;

/// <summary>A target that people and groups can come from as well. Reading changes nothing there, and trouble is an answer.</summary>
public interface IDirectorySource
{
    /// <summary>How people are taken over from there; null where they are not.</summary>
    SourceRules? Rules { get; }

    /// <summary>
    /// Reads who is there. With the bookmark of an earlier reading only what changed since is read in full, and what was not known before;
    /// where that cannot be told, everything is.
    /// </summary>
    Task<SourceReading> ReadAsync(SourceAsk ask, CancellationToken ct);
}
