using Regent.Api.OData;
using Regent.Core.Targets;

namespace Regent.Api.Access;

/// <summary>A system in which access lands. Its secrets are never among the settings.</summary>
internal record TargetContract
{
    public TargetContract(Target target)
    {
        Id = target.Id.ToString();
        Name = target.Name;
        Kind = Members.WordOf(target.Kind);
        State = Members.WordOf(target.State);
        Accounts = target.Accounts.Value;
        Settings = target.Settings.Values;
        SweepEvery = WireDuration.Write(target.SweepEvery);
        Version = target.Version;
        PlannedVersion = target.PlannedVersion;
    }

    public string Id { get; }

    public string Name { get; }

    public string Kind { get; }

    public string State { get; }

    public string Accounts { get; }

    public IReadOnlyDictionary<string, string> Settings { get; }

    public string SweepEvery { get; }

    public int Version { get; }

    /// <summary>The version whose plan was looked at; a new target starts only when that is its own.</summary>
    public int? PlannedVersion { get; }
}
