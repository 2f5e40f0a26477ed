using System.Text.Json;
using Regent.Api.Graph.Schedules;
using Regent.Core.Principals;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Takeover;

/// <summary>A group as Graph answers one, with its members where they were expanded.</summary>
internal sealed record GroupEntry(string? Id, string? DisplayName, string? Mail, bool? IsAssignableToRole, IReadOnlyList<MemberEntry?>? Members)
{
    public static void Take(JsonElement entry, Intake intake)
    {
        if (intake.Read<GroupEntry>(entry) is { } group)
        {
            intake.Take(group.DisplayName, BodyMembers.Id(group.Id, "id"), id =>
            {
                var wanted = new Principal(new PrincipalId(id), PrincipalKind.Group, group.DisplayName?.Trim() ?? "")
                {
                    Mail = group.Mail,
                    IsRoleAssignable = group.IsAssignableToRole == true,
                };
                intake.Principals.Add(new PrincipalLine(intake.Line, wanted));
                foreach (var member in group.Members ?? [])
                {
                    MemberEntry.Take(wanted.Id, member, intake);
                }
            });
        }
    }
}
