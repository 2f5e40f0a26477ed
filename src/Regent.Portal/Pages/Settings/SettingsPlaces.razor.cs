using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Operations.Roles;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Settings;

/// <summary>Where roles have settings of their own: the reader chooses a group, or a scope of resources.</summary>
public sealed partial class SettingsPlaces
{
    /// <summary>Groups or resources.</summary>
    [Parameter, EditorRequired]
    public RoleSystem System { get; set; }

    [CascadingParameter]
    private Overview? Overview { get; set; }

    protected override object State => (nameof(SettingsPlaces), System, Search);

    [Inject]
    private FindPlaces Places { get; set; } = default!;

    private string? Search => Address.Query("q");

    private string Plural => System == RoleSystem.Groups ? "groups" : "scopes";

    private string Owner => System == RoleSystem.Groups ? "Owner of a group" : "Reader or Owner of a resource scope";

    private string What => System == RoleSystem.Groups
        ? "Being member and being owner have settings of their own in each group. Choose one."
        : "Roles have settings of their own at each scope, inherited by no other. Choose one.";

    /// <summary>Says that an address names no place of this kind.</summary>
    public static Refusal Unreadable(string scope, RoleSystem system)
    {
        var wanted = system == RoleSystem.Groups ? "group, which is /groups/ and its id" : "scope of resources, such as /subscriptions/ and its id";

        return new Refusal(RefusalCode.InvalidScope, $"“{scope}” is no {wanted}. Choose one below.");
    }

    protected override async Task<Outcome<Page<NamedPlace>>> PageAsync(PageAsk page, CancellationToken ct) =>
        await Places.ExecuteAsync(Caller, System, Search, kind: null, toManage: false, page, ct);
}
