using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Regent.Portal.Layout;

/// <summary>Who is signed in, the theme, and the way out.</summary>
public sealed partial class UserMenu
{
    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private string Name { get; set; } = "";

    private string Upn { get; set; } = "";

    protected override async Task OnParametersSetAsync()
    {
        var user = Authentication is null ? null : (await Authentication).User;
        Upn = user?.FindFirst("upn")?.Value ?? user?.Identity?.Name ?? "";
        Name = user?.FindFirst("name")?.Value ?? Upn;
    }
}
