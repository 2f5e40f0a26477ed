using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Assignments;

/// <summary>One tab of Assignments: what is searched, filtered and how it is ordered stands in the address.</summary>
public sealed partial class AssignmentList
{
    private static readonly string[] Filters = ["q", "role", "type", "scope"];
    private static readonly (string, string)[] Types = [("assigned", "Assigned"), ("activated", "Activated")];
    private static readonly (string, string)[] Kinds = [("eligible", "Eligible"), ("active", "Active")];

    private ScheduleListing? leaving;

    /// <summary>Which tab.</summary>
    [Parameter, EditorRequired]
    public AssignmentTab Tab { get; set; }

    /// <summary>Of which role system.</summary>
    [Parameter, EditorRequired]
    public RoleSystem System { get; set; }

    /// <summary>Whether the reader may add to the list.</summary>
    [Parameter]
    public bool MayAdd { get; set; }

    /// <summary>Called with a sentence when something was removed.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    protected override object State =>
        (Tab, System, Address.Query("q"), Address.Query("sort"), Address.Query("role"), Address.Query("type"), Address.Query("scope"));

    [Inject]
    private ListAssignments Assignments { get; set; } = default!;

    private string DefaultSort => Tab switch
    {
        AssignmentTab.Active => "end",
        AssignmentTab.Expired => "-end",
        AssignmentTab.Eligible => "member",
    };

    private string Purpose => Tab switch
    {
        AssignmentTab.Eligible => "Who is eligible may activate a role for the time they need it.",
        AssignmentTab.Active => "Who holds a role now, by assignment or by activation, is here.",
        AssignmentTab.Expired => "What was held and is held no more is kept here.",
    };

    private bool IsFiltered => Filters.Any(name => Address.Query(name) is not null);

    private string Unfiltered =>
        Address.GetUriWithQueryParameters(Filters.ToDictionary(name => name, object? (_) => null));

    private IReadOnlyList<ScheduleId> Landing =>
        [.. (Rows ?? []).Select(row => row.Listing.Schedule).Where(schedule => schedule.Kind == ScheduleKind.Assignment).Select(schedule => schedule.Id)];

    private bool ManagesAny => Rows?.Any(row => row.MayManage) == true;

    private ScheduleQuery Query
    {
        get
        {
            var sort = Address.Query("sort") ?? DefaultSort;
            var type = Address.Query("type");
            return new ScheduleQuery(KindOf(type), Tab == AssignmentTab.Expired ? ScheduleView.Over : ScheduleView.Open, Clock.GetUtcNow())
            {
                System = System,
                Search = Address.Query("q"),
                Role = Guid.TryParse(Address.Query("role"), out var role) ? new RoleDefinitionId(role) : null,
                Type = (Tab, type) switch
                {
                    (AssignmentTab.Active, "assigned") => AssignmentType.Assigned,
                    (AssignmentTab.Active, "activated") => AssignmentType.Activated,
                    _ => null,
                },
                Sort = SortOf(sort.TrimStart('-')),
                Descending = sort.StartsWith('-'),
            };
        }
    }

    protected override async Task<Outcome<Page<ListedAssignment>>> PageAsync(PageAsk page, CancellationToken ct)
    {
        var place = Address.Query("scope");
        Scope? at = null;
        if (place is not null && !Scope.TryParse(place, out at))
        {
            return new Refusal(RefusalCode.InvalidScope, $"“{place}” is no scope. Look for the place by its name.");
        }

        return await Assignments.ExecuteAsync(Caller, at, Query, page, ct);
    }
    private static bool CanChange(ListedAssignment row) => row.MayManage && row.Listing.Schedule.Type == AssignmentType.Assigned;

    private static string? HrefOf(Scope scope) => scope.System switch
    {
        RoleSystem.Resources => PlaceLinks.Resource(scope),
        RoleSystem.Groups => scope.Value,
        RoleSystem.Directory => null,
    };

    private static ScheduleSort SortOf(string name) => name switch
    {
        "member" => ScheduleSort.Principal,
        "start" => ScheduleSort.Start,
        "end" => ScheduleSort.End,
        _ => ScheduleSort.Role,
    };

    private ScheduleKind KindOf(string? type) => (Tab, type) switch
    {
        (AssignmentTab.Eligible, _) or (AssignmentTab.Expired, "eligible") => ScheduleKind.Eligibility,
        _ => ScheduleKind.Assignment,
    };
}
