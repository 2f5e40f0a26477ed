using System.Text.Json;
using Regent.Api.Graph.Protocol;
using Regent.Api.OData;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Policies;
using Regent.Operations.Principals;
using Regent.Operations.Requests;
using Regent.Operations.Roles;
using Regent.Operations.Takeover;

namespace Regent.Api.Graph.Takeover;

/// <summary>Gathers what the entries of an export say.</summary>
internal sealed class Intake
{
    private readonly List<EntraEntry> entries = [];
    private readonly List<ImportLine> told = [];

    public List<PersonRow> People { get; } = [];

    public List<PrincipalLine> Principals { get; } = [];

    public List<MembershipLine> Memberships { get; } = [];

    public List<ScopeLine> Units { get; } = [];

    public List<RoleLine> Roles { get; } = [];

    public List<SettingsLine> Settings { get; } = [];

    public List<AssignmentLine> Assignments { get; } = [];

    /// <summary>The built-in roles that go by another id in the tenant than everywhere.</summary>
    public Dictionary<RoleDefinitionId, RoleDefinitionId> Templates { get; } = [];

    /// <summary>The line of the entry that is read.</summary>
    public int Line => entries.Count;

    /// <summary>The name of the file that is read.</summary>
    public string File => entries[^1].File;

    public void Begin(string file, int? number) => entries.Add(new EntraEntry(file, number));

    public void Refuse(string? name, string message) => Tell(name, ImportOutcome.Refused, message);

    public void LeaveOut(string? name, string message) => Tell(name, ImportOutcome.LeftOut, message);

    public void Tell(string? name, ImportOutcome outcome, string message) => told.Add(new ImportLine(Line, name ?? "", outcome, message));

    /// <summary>The entry as this contract; null, and told, where it is none.</summary>
    public T? Read<T>(JsonElement entry)
        where T : class
    {
        try
        {
            if (entry.Deserialize<T>(GraphJson.Options) is { } read)
            {
                return read;
            }

            Refuse("", "It is null.");
        }
        catch (JsonException unreadable)
        {
            Refuse("", $"It cannot be read at '{unreadable.Path?.TrimStart('$', '.')}': the value has the wrong type, or is there twice.");
        }

        return null;
    }

    /// <summary>Goes on with what was read, or tells what is wrong with it.</summary>
    public void Take<T>(string? name, Reading<T> reading, Action<T> take)
    {
        switch (reading)
        {
            case Reading<T>.Good(var value):
                take(value);
                break;
            case Reading<T>.Bad(var flaw):
                Refuse(name, flaw.Message);
                break;
        }
    }

    public EntraExport ToExport() => new(
        new Holdings
        {
            People = People,
            Principals = Principals,
            Memberships = Memberships,
            Units = Units,
            Roles = Roles,
            Settings = Settings,
            Assignments = Assignments,
            Told = told,
        },
        entries);
}
