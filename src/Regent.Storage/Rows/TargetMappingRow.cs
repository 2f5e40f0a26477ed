using System.Text.Json;
using Regent.Core.Roles;
using Regent.Core.Targets;

namespace Regent.Storage.Rows;

internal sealed class TargetMappingRow
{
    public Guid Id { get; init; }
    public Guid TargetId { get; init; }
    public Guid RoleId { get; set; }
    public required string Scope { get; set; }

    /// <summary>A list of texts as JSON.</summary>
    public required string Entitlements { get; set; }
    public long? WarnBeforeSeconds { get; set; }
    public long? CloseBeforeSeconds { get; set; }
    public bool EndSessions { get; set; }

    public static TargetMappingRow Of(Mapping mapping)
    {
        var row = new TargetMappingRow { Id = mapping.Id.Value, TargetId = mapping.Target.Value, Scope = "", Entitlements = "" };
        row.Take(mapping);
        return row;
    }

    public void Take(Mapping mapping)
    {
        RoleId = mapping.Role.Value;
        Scope = mapping.Scope.Value;
        Entitlements = JsonSerializer.Serialize(mapping.Entitlements);
        WarnBeforeSeconds = (long?)mapping.Landing.WarnBefore?.TotalSeconds;
        CloseBeforeSeconds = (long?)mapping.Landing.CloseBefore?.TotalSeconds;
        EndSessions = mapping.Landing.EndSessions;
    }

    public Mapping ToCore() => new(
        new MappingId(Id), new TargetId(TargetId), new RoleDefinitionId(RoleId), ScopeText.Read(Scope),
        JsonSerializer.Deserialize<List<string>>(Entitlements) ?? [])
    {
        Landing = new Landing(Length(WarnBeforeSeconds), Length(CloseBeforeSeconds), EndSessions),
    };

    private static TimeSpan? Length(long? seconds) => seconds is { } some ? TimeSpan.FromSeconds(some) : null;
}
