namespace Regent.Cli.Access;

/// <summary>A system in which access lands.</summary>
internal sealed record Target(string Id, string Name, string Kind, string State)
{
    public string? KindDisplayName { get; init; }

    public string? Accounts { get; init; }

    public string? SweepEvery { get; init; }

    public int Version { get; init; }

    public IReadOnlyDictionary<string, string>? Settings { get; init; }

    public TargetHealth? Health { get; init; }

    /// <summary>How many lines of its ledger stand where.</summary>
    public IReadOnlyDictionary<string, int>? Ledger { get; init; }

    public int Failing { get; init; }

    public DateTimeOffset? FailingSinceDateTime { get; init; }

    public int Outside { get; init; }

    public IReadOnlyList<TargetMapping>? Mappings { get; init; }

    public IReadOnlyList<TargetDrift>? Drift { get; init; }
}
