using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Regent.Operations;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Portal.Parts;

namespace Regent.Portal.Layout;

/// <summary>Ctrl+K: a few letters, Enter, there. Finds pages, and roles to activate.</summary>
public sealed partial class JumpBox
{
    private const int MostRoles = 5;

    // A click on an entry takes the focus first; closing at once would take the entry away from under it.
    private static readonly TimeSpan ClickTime = TimeSpan.FromMilliseconds(200);

    private IReadOnlyList<JumpTarget> found = [];
    private string words = "";
    private bool open;
    private int opened;
    private int at;

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    [Inject]
    private ListMyRoles Roles { get; set; } = default!;

    private bool IsOpen => open && found.Count > 0;

    private static string OptionId(int index) => $"jump-{index}";

    private Task OpenAsync()
    {
        open = true;
        opened++;

        return FindAsync();
    }

    private Task TypeAsync(ChangeEventArgs change)
    {
        words = change.Value?.ToString() ?? "";

        return OpenAsync();
    }

    private async Task FindAsync()
    {
        var asked = words.Trim();
        var places = Places.Open(Overview).Where(place => place.Title.Contains(asked, StringComparison.OrdinalIgnoreCase))
            .Select(place => new JumpTarget(place.Title, place.Section, place.Href, place.Picture));
        var roles = await RolesAsync(asked);
        if (asked == words.Trim())
        {
            found = asked.Length == 0 ? [.. places, .. roles] : [.. roles, .. places];
            at = 0;
        }
    }

    private async Task<IEnumerable<JumpTarget>> RolesAsync(string search)
    {
        if (Authentication is null || Caller.From((await Authentication).User) is not { } caller)
        {
            return [];
        }

        var eligible = await Roles.ExecuteAsync(
            caller, new MyRolesAsk(MyRolesTab.Eligible) { Search = search }, new PageAsk(MostRoles), CancellationToken.None);

        return eligible.Items.Where(role => role is { Held: null, Pending: null }).Select(role => new JumpTarget(
            $"Activate {role.Listing.Role.DisplayName}",
            "Role",
            $"/my-roles?activate={new RoleAt(role.Listing.Role.Id, role.Listing.Schedule.Scope)}",
            Glyphs.Eligible));
    }

    private void Press(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when found.Count > 0:
                at = open ? (at + 1) % found.Count : at;
                open = true;
                break;
            case "ArrowUp" when found.Count > 0:
                at = (at + found.Count - 1) % found.Count;
                break;
            case "Enter" when IsOpen:
                Go(found[at]);
                break;
            case "Escape":
                open = false;
                break;
            default:
                break;
        }
    }

    // Who came back meanwhile finds it open.
    private async Task CloseSoonAsync()
    {
        var before = opened;
        await Task.Delay(ClickTime);
        open = open && opened != before;
    }

    private void Go(JumpTarget target)
    {
        open = false;
        words = "";
        Address.NavigateTo(target.Href);
    }
}
