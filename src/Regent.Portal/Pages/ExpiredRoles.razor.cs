using Regent.Core;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages;

/// <summary>What the reader held; what they are still eligible for can be activated again from here.</summary>
public sealed partial class ExpiredRoles
{
    private static readonly (string, string)[] Kinds = [("eligible", "Eligibilities")];

    protected override MyRolesTab Tab => MyRolesTab.Expired;

    protected override string DefaultSort => "-end";

    protected override bool PastEligibilities => Address.Query("show") == "eligible";

    // Here the demands say that, and how, the role could be activated again.
    protected override async Task<Outcome<Page<MyRole>>> PageAsync(PageAsk page, CancellationToken ct)
    {
        var now = await Roles.ExecuteAsync(
            Caller, new MyRolesAsk(MyRolesTab.Eligible) { System = Family }, new PageAsk(PageAsk.Largest), ct);
        var demands = now.Items.Where(row => row is { Held: null, Pending: null })
            .GroupBy(AtOf).ToDictionary(rows => rows.Key, rows => rows.First().Demands);
        var found = await base.PageAsync(page, ct);

        return found is Outcome<Page<MyRole>>.Done { Value: var over }
            ? over with { Items = [.. over.Items.Select(row => row with { Demands = demands.GetValueOrDefault(AtOf(row)) })] }
            : found;
    }

    private static RoleAt AtOf(MyRole row) => new(row.Listing.Role.Id, row.Listing.Schedule.Scope);

    private string AgainHref(MyRole row) => Address.With("activate", AtOf(row).ToString());
}
