using Regent.Core.Targets;

namespace Regent.Operations.Provisioning;

/// <summary>What an administrator wants a target to be.</summary>
/// <param name="Name">What administrators call it.</param>
/// <param name="Kind">What kind of system it is; decided when it is added, and then it stays so.</param>
/// <param name="Accounts">How people's accounts are called there, such as <c>{name}</c>.</param>
/// <param name="Settings">How it is reached. A secret that is left out, or blank, stays as it is, as long as it is shown to nobody else.</param>
public sealed record TargetAsk(string Name, TargetKind Kind, string Accounts, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>How often what is there is compared with what should be; null is the default.</summary>
    public TimeSpan? SweepEvery { get; init; }

    /// <summary>The version that was read before; null does not mind what others changed meanwhile.</summary>
    public int? Version { get; init; }

    /// <summary>Whether it is the same system under another address, so that what Regent gave is there still.</summary>
    public bool HasMoved { get; init; }
}
