using System.Text.Json;
using Regent.Api.Graph.Schedules;
using Regent.Core.Roles;
using Regent.Operations.Roles;

namespace Regent.Api.Graph.Takeover;

/// <summary>An administrative unit as Graph answers one.</summary>
internal sealed record UnitEntry(string? Id, string? DisplayName, string? Description)
{
    public static void Take(JsonElement entry, Intake intake)
    {
        if (intake.Read<UnitEntry>(entry) is { } unit)
        {
            intake.Take(unit.DisplayName, BodyMembers.Id(unit.Id, "id"), id => intake.Units.Add(new ScopeLine(intake.Line)
            {
                Id = Scope.OfUnit(id).Value,
                DisplayName = unit.DisplayName,
                Description = unit.Description,
            }));
        }
    }
}
