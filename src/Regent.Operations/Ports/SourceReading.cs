using Regent.Core.Targets;

namespace Regent.Operations.Ports;

/// <summary>What was read from a source. A key names one entry for as long as it exists, whatever it is called.</summary>
public sealed record SourceReading
{
    /// <summary>The keys of all people there, each with whether the account is enabled.</summary>
    public IReadOnlyDictionary<string, bool> PeopleThere { get; init; } = new Dictionary<string, bool>();

    /// <summary>The keys of all groups there, each with its name as an entitlement of the target.</summary>
    public IReadOnlyDictionary<string, string> GroupsThere { get; init; } = new Dictionary<string, string>();

    /// <summary>The people that were read in full.</summary>
    public IReadOnlyList<SourcePerson> People { get; init; } = [];

    /// <summary>The groups that were read in full.</summary>
    public IReadOnlyList<SourceGroup> Groups { get; init; } = [];

    /// <summary>Whether everything was read in full.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Where this reading ends; null where the next one has to read everything.</summary>
    public string? Bookmark { get; init; }

    /// <summary>Why nothing could be read; null when it could.</summary>
    public TargetAnswer? Trouble { get; init; }
}
