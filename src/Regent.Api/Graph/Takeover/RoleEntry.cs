using System.Text.Json;
using Regent.Api.Graph.Roles;
using Regent.Api.Graph.Schedules;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Roles;

namespace Regent.Api.Graph.Takeover;

/// <summary>A role definition as Graph answers one. Built-in roles are here already, by the same ids.</summary>
internal sealed record RoleEntry(string? Id, string? DisplayName, string? TemplateId, bool? IsBuiltIn)
{
    public static void Take(JsonElement entry, Intake intake)
    {
        if (intake.Read<RoleEntry>(entry) is { } role && intake.Read<RoleDefinitionBody>(entry) is { } body)
        {
            intake.Take(role.DisplayName, BodyMembers.Id(role.Id, "id"), id =>
            {
                if (role.IsBuiltIn == true)
                {
                    role.TakeBuiltIn(new RoleDefinitionId(id), intake);
                    return;
                }

                var nothing = new RoleDefinition(new RoleDefinitionId(id), DisplayName: "", Description: "", IsPrivileged: false, IsBuiltIn: false);
                intake.Take(role.DisplayName, body.Apply(nothing), wanted => intake.Roles.Add(new RoleLine(intake.Line, wanted)));
            });
        }
    }

    private void TakeBuiltIn(RoleDefinitionId id, Intake intake)
    {
        var template = Guid.TryParseExact(TemplateId, "D", out var named) ? new RoleDefinitionId(named) : id;
        if (DirectoryRoles.BuiltIn.Any(role => role.Id == template))
        {
            intake.Templates[id] = template;
            intake.Tell(DisplayName, ImportOutcome.Unchanged, "");
        }
        else
        {
            intake.LeaveOut(DisplayName, $"Regent does not have the built-in role {template}. Who has it is refused below.");
        }
    }
}
