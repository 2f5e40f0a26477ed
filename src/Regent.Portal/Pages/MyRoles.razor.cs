using Microsoft.AspNetCore.Components;
using Regent.Core.Assignments;
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

    /// <summary>The schedule that the reader asks to extend or renew.</summary>
    [SupplyParameterFromQuery]
    private string? Extend { get; set; }

    [Inject]
    private NavigationManager Address { get; set; } = default!;

    private IReadOnlyList<RoleAt> Wanted => RoleAt.ParseMany(Activate);

    private ScheduleId? Extended => Guid.TryParse(Extend, out var id) ? new ScheduleId(id) : null;

    private void Close() => Address.NavigateTo(
        Address.GetUriWithQueryParameters(new Dictionary<string, object?> { ["activate"] = null, ["extend"] = null }));
}
