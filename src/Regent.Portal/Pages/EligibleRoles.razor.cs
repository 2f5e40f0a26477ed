using Regent.Operations.Assignments;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages;

/// <summary>What the reader may activate, one or several at once.</summary>
public sealed partial class EligibleRoles
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    private IReadOnlySet<string> selected = None;

    protected override MyRolesTab Tab => MyRolesTab.Eligible;

    // What was asked for cannot be asked for again; its tick goes with it.
    private IReadOnlySet<string> Chosen => (Rows ?? []).Where(CanActivate).Select(KeyOf).Where(selected.Contains).ToHashSet();

    private string ActivateChosenHref => Address.With("activate", string.Join(',', Chosen));

    private static bool CanActivate(MyRole row) => row is { Held: null, Pending: null };

    private static string KeyOf(MyRole row) => new RoleAt(row.Listing.Role.Id, row.Listing.Schedule.Scope).ToString();

    private string ActivateHref(MyRole row) => Address.With("activate", KeyOf(row));
}
