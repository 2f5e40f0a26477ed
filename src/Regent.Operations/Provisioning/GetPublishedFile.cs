using Regent.Core;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;

namespace Regent.Operations.Provisioning;

/// <summary>Gives machines behind a target the files it publishes for them. They hold no secrets, so anybody may have them.</summary>
public sealed class GetPublishedFile(ITargetStore targets, TargetDrivers drivers)
{
    private static readonly Refusal Nothing = new(RefusalCode.TargetNotFound, "There is no such file.");

    /// <summary>A file of a target.</summary>
    /// <param name="target">The target's id, or its name.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<PublishedFile>> ExecuteAsync(string target, string file, CancellationToken ct)
    {
        var known = (await targets.ListAsync(ct)).FirstOrDefault(one =>
            one.Id.ToString() == target || string.Equals(one.Name, target, StringComparison.OrdinalIgnoreCase));
        return known is null ? Nothing : await drivers.Open(known).ThenAsync(way => ReadAsync(way, file, ct));
    }

    private static async Task<Outcome<PublishedFile>> ReadAsync(ITarget way, string file, CancellationToken ct)
    {
        await using (way)
        {
            return way is IPublishesFiles publisher ? await publisher.PublishAsync(file, ct) : Nothing;
        }
    }
}
