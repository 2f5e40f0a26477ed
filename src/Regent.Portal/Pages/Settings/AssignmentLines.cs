using Regent.Core.Policies;

namespace Regent.Portal.Pages.Settings;

/// <summary>The rules of assigning as lines of words.</summary>
internal static class AssignmentLines
{
    /// <summary>The lines of eligible and of active assignment, in the order of the page.</summary>
    public static IReadOnlyList<SettingLine> Of(RolePolicy policy) => [.. Of("eligible", policy.Eligibility), .. Of("active", policy.Assignment)];

    private static IEnumerable<SettingLine> Of(string kind, AssignmentSettings settings)
    {
        var isActive = kind == "active";
        SettingLine[] lines =
        [
            new($"Allow permanent {kind} assignment", SettingLines.YesNo(settings.AllowsPermanent)),
            new($"Expire {kind} assignments after", settings.AllowsPermanent ? "Not enforced" : LengthDraft.Words(settings.MaximumDuration)),
            new($"Require a second factor on {kind} assignment", SettingLines.YesNo(settings.RequiresMfa)) { IsRare = !isActive },
            new($"Require justification on {kind} assignment", SettingLines.YesNo(settings.RequiresJustification)) { IsRare = !isActive },
            new($"Require ticket information on {kind} assignment", SettingLines.YesNo(settings.RequiresTicket)) { IsRare = true },
        ];

        return lines.Select(line => line with { Group = isActive ? "Active assignment" : "Eligible assignment" });
    }
}
