using System.Text.Json;
using Regent.Api.Graph.Schedules;
using Regent.Operations.Principals;

namespace Regent.Api.Graph.Takeover;

/// <summary>A user as Graph answers one.</summary>
internal sealed record UserEntry(
    string? Id, string? UserPrincipalName, string? DisplayName, string? Mail, string? JobTitle, string? Department, bool? AccountEnabled)
{
    public static void Take(JsonElement entry, Intake intake)
    {
        if (intake.Read<UserEntry>(entry) is { } user)
        {
            intake.Take(user.DisplayName, BodyMembers.Id(user.Id, "id"), id => intake.People.Add(new PersonRow(intake.Line)
            {
                Id = id.ToString("D"),
                UserPrincipalName = user.UserPrincipalName,
                DisplayName = user.DisplayName,
                Mail = user.Mail,
                JobTitle = user.JobTitle,
                Department = user.Department,
                AccountEnabled = user.AccountEnabled?.ToString(),
            }));
        }
    }
}
