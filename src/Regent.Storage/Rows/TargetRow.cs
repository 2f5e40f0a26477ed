using System.Text.Json;
using Regent.Core.Targets;

namespace Regent.Storage.Rows;

internal sealed class TargetRow
{
    public Guid Id { get; init; }
    public required string Name { get; set; }
    public required string SortName { get; set; }
    public TargetKind Kind { get; set; }
    public required string Accounts { get; set; }

    /// <summary>The settings as JSON; secrets among them are locked.</summary>
    public required string Settings { get; set; }
    public TargetState State { get; set; }
    public int Version { get; set; }
    public int? PlannedVersion { get; set; }
    public long SweepEverySeconds { get; set; }

    public static TargetRow Of(Target target)
    {
        var row = new TargetRow { Id = target.Id.Value, Name = "", SortName = "", Accounts = "", Settings = "" };
        row.Take(target);
        return row;
    }

    public void Take(Target target)
    {
        Name = target.Name;
        SortName = Search.Fold(target.Name);
        Kind = target.Kind;
        Accounts = target.Accounts.Value;
        Settings = JsonSerializer.Serialize(target.Settings.Values);
        State = target.State;
        Version = target.Version;
        PlannedVersion = target.PlannedVersion;
        SweepEverySeconds = (long)target.SweepEvery.TotalSeconds;
    }

    public Target ToCore() => new(
        new TargetId(Id), Name, Kind,
        AccountTemplate.TryParse(Accounts, out var accounts) ? accounts : throw new InvalidOperationException($"Target {Id} has no readable template."),
        new TargetSettings(JsonSerializer.Deserialize<Dictionary<string, string>>(Settings) ?? []), State)
    {
        Version = Version,
        PlannedVersion = PlannedVersion,
        SweepEvery = TimeSpan.FromSeconds(SweepEverySeconds),
    };
}
