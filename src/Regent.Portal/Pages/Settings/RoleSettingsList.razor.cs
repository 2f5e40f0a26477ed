using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Operations.Policies;

namespace Regent.Portal.Pages.Settings;

/// <summary>Every role and, in one line, what it demands of those who activate it.</summary>
public sealed partial class RoleSettingsList
{
    private static readonly (string, string)[] Filters = [("privileged", "Privileged"), ("changed", "Changed"), ("approval", "With approval")];

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? Only { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    protected override object State => nameof(RoleSettingsList);

    [Inject]
    private ListRoleSettings Settings { get; set; } = default!;

    private IReadOnlyList<RoleSettings>? Rows => Model is Outcome<IReadOnlyList<RoleSettings>>.Done { Value: var all } ? Arrange(all) : null;

    protected override Task<Outcome<IReadOnlyList<RoleSettings>>> LoadAsync(CancellationToken ct) =>
        Settings.ExecuteAsync(Caller, role: null, ct);

    private IReadOnlyList<RoleSettings> Arrange(IReadOnlyList<RoleSettings> all)
    {
        var only = (Only ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var rows = all
            .Where(row => row.Role.DisplayName.Contains(Search ?? "", StringComparison.OrdinalIgnoreCase))
            .Where(row => only.All(filter => Passes(row, filter)));
        var sorted = Sort?.TrimStart('-') switch
        {
            "maximum" => rows.OrderBy(row => row.Policy.Activation.MaximumDuration),
            "changed" => rows.OrderBy(row => row.Policy.ModifiedAt ?? DateTimeOffset.MinValue),
            _ => rows.OrderBy(row => row.Role.DisplayName, StringComparer.OrdinalIgnoreCase),
        };

        return Sort?.StartsWith('-') == true ? [.. sorted.Reverse()] : [.. sorted];
    }

    private static bool Passes(RoleSettings row, string filter) => filter switch
    {
        "privileged" => row.Role.IsPrivileged,
        "changed" => row.Policy.Version > 0,
        "approval" => row.Policy.Activation.RequiresApproval,
        _ => true,
    };
}
