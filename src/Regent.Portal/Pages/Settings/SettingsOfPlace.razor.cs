using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Policies;

namespace Regent.Portal.Pages.Settings;

/// <summary>Every role that can be held at a scope and, in one line, what it demands of those who activate it.</summary>
public sealed partial class SettingsOfPlace
{
    /// <summary>Where.</summary>
    [Parameter, EditorRequired]
    public Scope Scope { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? Only { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    protected override object State => (nameof(SettingsOfPlace), Scope);

    [Inject]
    private ListRoleSettings Settings { get; set; } = default!;

    private IReadOnlyList<RoleSettings>? All => (Model as Outcome<IReadOnlyList<RoleSettings>>.Done)?.Value;

    private IReadOnlyList<RoleSettings>? Rows => All is null ? null : Arrange(All);

    private string? Name => All is [var first, ..] ? first.PlaceName : null;

    private IReadOnlyList<string> Owners => SettingsHead.OpenedBy(Scope);

    protected override Task<Outcome<IReadOnlyList<RoleSettings>>> LoadAsync(CancellationToken ct) =>
        Settings.ExecuteAsync(Caller, role: null, Scope, ct);

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
        "lapsed" => row.HasLapsed,
        _ => true,
    };
}
