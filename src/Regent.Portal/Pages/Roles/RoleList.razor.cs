using Microsoft.AspNetCore.Components;
using Regent.Core.Roles;
using Regent.Operations.Roles;

namespace Regent.Portal.Pages.Roles;

/// <summary>The roles of one system; what is searched, filtered and how it is ordered stands in the address.</summary>
public sealed partial class RoleList
{
    private static readonly (string, string)[] Filters = [("custom", "Custom"), ("privileged", "Privileged")];

    /// <summary>Of which system.</summary>
    [Parameter, EditorRequired]
    public RoleSystem System { get; set; }

    /// <summary>Whether the reader may make roles.</summary>
    [Parameter]
    public bool MayMake { get; set; }

    protected override object State => (nameof(RoleList), System);

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? Only { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [Inject]
    private ListRoles Roles { get; set; } = default!;

    private IReadOnlyList<RoleDefinition>? Rows => Model is null ? null : Arrange(Model);

    private string Count => Rows?.Count switch
    {
        null => "",
        1 => "1 role",
        { } many => $"{many} roles",
    };

    private string Unfiltered => Address.GetUriWithQueryParameters(new Dictionary<string, object?> { ["q"] = null, ["show"] = null });

    protected override Task<IReadOnlyList<RoleDefinition>> LoadAsync(CancellationToken ct) => Roles.ExecuteAsync(System, ct);

    private static string Where(RoleDefinition role) => (role.System, role.AssignableScopes.Count) switch
    {
        (RoleSystem.Directory, _) when role.IsBuiltIn && !DirectoryRoles.ForUnits.Contains(role.Id) => "Tenant",
        (RoleSystem.Directory, _) => "Tenant and units",
        (_, 0) => "Everywhere",
        (_, 1) => "1 scope and below",
        (_, var many) => $"{many} scopes and below",
    };

    private static bool Passes(RoleDefinition role, string filter) => filter switch
    {
        "custom" => !role.IsBuiltIn,
        "privileged" => role.IsPrivileged,
        _ => true,
    };

    private IReadOnlyList<RoleDefinition> Arrange(IReadOnlyList<RoleDefinition> all)
    {
        var only = (Only ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var rows = all
            .Where(role => Search is null || role.DisplayName.Contains(Search, StringComparison.OrdinalIgnoreCase)
                || role.Description.Contains(Search, StringComparison.OrdinalIgnoreCase))
            .Where(role => only.All(filter => Passes(role, filter)));
        var sorted = Sort?.TrimStart('-') == "kind" ? rows.OrderBy(role => role.IsBuiltIn) : rows;

        return Sort?.StartsWith('-') == true ? [.. sorted.Reverse()] : [.. sorted];
    }
}
