namespace Regent.Operations.Ports;

/// <summary>What is to be read from a source.</summary>
/// <param name="Bookmark">Where an earlier reading ended, so that only changes since are read; null reads everything.</param>
/// <param name="Known">The keys of the people and groups that were taken over before.</param>
public sealed record SourceAsk(string? Bookmark, IReadOnlySet<string> Known);
