using System.Text.Json;
using System.Text.Json.Serialization;
using Regent.Api.Graph.Schedules;
using Regent.Core.Principals;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Takeover;

/// <summary>A member of a group as Graph answers one. Which group it is the name of the file says.</summary>
internal sealed record MemberEntry(string? Id, string? DisplayName, [property: JsonPropertyName("@odata.type")] string? ODataType)
{
    private static readonly string[] Kinds = ["user", "group", "servicePrincipal"];

    public static void Take(JsonElement entry, Intake intake)
    {
        if (!Guid.TryParseExact(ExportPage.Id().Match(intake.File).Value, "D", out var group))
        {
            intake.Refuse("", "Which group it is about is not told: name the file members-{id of the group}.json.");
        }
        else if (intake.Read<MemberEntry>(entry) is { } member)
        {
            Take(new PrincipalId(group), member, intake);
        }
    }

    /// <summary>Takes in a member of a group.</summary>
    public static void Take(PrincipalId group, MemberEntry? member, Intake intake)
    {
        if (member?.ODataType is { } type && !Kinds.Contains(type[(type.LastIndexOf('.') + 1)..], StringComparer.OrdinalIgnoreCase))
        {
            intake.LeaveOut(member.DisplayName ?? member.Id, $"Members of the type {type} hold no roles here.");
            return;
        }

        intake.Take(member?.DisplayName, BodyMembers.Id(member?.Id, "members/id"), id =>
            intake.Memberships.Add(new MembershipLine(intake.Line, new Membership(group, new PrincipalId(id)))));
    }
}
