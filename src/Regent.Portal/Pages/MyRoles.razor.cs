using Microsoft.AspNetCore.Components;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages;

/// <summary>What the reader may activate, holds, and held.</summary>
public sealed partial class MyRoles
{
    private static readonly TabItem[] Items = [new("eligible", "Eligible"), new("active", "Active"), new("expired", "Expired")];

    [SupplyParameterFromQuery]
    private string? Tab { get; set; }

    /// <summary>The roles whose activation is being asked for, as <see cref="RoleAt"/> with commas between.</summary>
    [SupplyParameterFromQuery]
    private string? Activate { get; set; }

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    private IReadOnlyList<RoleAt> Wanted => RoleAt.ParseMany(Activate);

    private void Close() => Address.NavigateTo(Address.With("activate", null));
}
