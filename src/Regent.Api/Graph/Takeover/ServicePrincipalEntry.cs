using System.Text.Json;
using Regent.Api.Graph.Schedules;
using Regent.Core.Principals;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Takeover;

/// <summary>A service principal as Graph answers one.</summary>
internal sealed record ServicePrincipalEntry(string? Id, string? DisplayName, string? AppId, bool? AccountEnabled)
{
    public static void Take(JsonElement entry, Intake intake)
    {
        if (intake.Read<ServicePrincipalEntry>(entry) is { } program)
        {
            intake.Take(
                program.DisplayName,
                BodyMembers.Id(program.Id, "id").Then(id => BodyMembers.Id(program.AppId, "appId").Then<(Guid, Guid)>(app => (id, app))),
                ids => intake.Principals.Add(new PrincipalLine(
                    intake.Line, new Principal(new PrincipalId(ids.Item1), PrincipalKind.ServicePrincipal, program.DisplayName?.Trim() ?? "")
                    {
                        AppId = ids.Item2,
                        IsEnabled = program.AccountEnabled ?? true,
                    })));
        }
    }
}
