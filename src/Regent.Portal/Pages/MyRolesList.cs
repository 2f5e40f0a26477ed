using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages;

/// <summary>One tab of My roles: its words to search for and its order are in the address.</summary>
public abstract class MyRolesList : LiveList<MyRole>
{
    /// <summary>Which tab.</summary>
    protected abstract MyRolesTab Tab { get; }

    /// <summary>The order when the address names none.</summary>
    protected virtual string DefaultSort => "role";

    /// <summary>Whether what is over is what the reader was eligible for, rather than what they held.</summary>
    protected virtual bool PastEligibilities => false;

    protected override object State => (Tab, Family, PastEligibilities, Address.Query("q"), Address.Query("sort"));

    /// <summary>Where something can be asked to last longer, or to be given again.</summary>
    protected string ExtendHref(MyRole row) => Address.With("extend", row.Listing.Schedule.Id.ToString());

    /// <summary>The role system the address names.</summary>
    protected RoleSystem Family => RoleSystems.Of(Address.Query("system"));

    [Inject]
    protected ListMyRoles Roles { get; set; } = default!;

    protected override async Task<Outcome<Page<MyRole>>> PageAsync(PageAsk page, CancellationToken ct)
    {
        var sort = Address.Query("sort") ?? DefaultSort;

        var ask = new MyRolesAsk(Tab)
        {
            System = Family,
            PastEligibilities = PastEligibilities,
            Search = Address.Query("q"),
            Sort = SortOf(sort.TrimStart('-')),
            Descending = sort.StartsWith('-'),
        };

        return await Roles.ExecuteAsync(Caller, ask, page, ct);
    }

    private static ScheduleSort SortOf(string name) => name switch
    {
        "start" => ScheduleSort.Start,
        "end" => ScheduleSort.End,
        _ => ScheduleSort.Role,
    };
}
