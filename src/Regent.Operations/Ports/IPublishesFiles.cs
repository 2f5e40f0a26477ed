using Regent.Core;

namespace Regent.Operations.Ports;

/// <summary>A target that publishes files for the machines behind it to fetch. None of them holds a secret.</summary>
public interface IPublishesFiles
{
    /// <summary>Makes a file as it is now; refuses a name under which there is none, and what cannot be made now.</summary>
    Task<Outcome<PublishedFile>> PublishAsync(string name, CancellationToken ct);
}
