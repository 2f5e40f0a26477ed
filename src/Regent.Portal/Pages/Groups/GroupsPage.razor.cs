using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Operations.Ports;
using Regent.Operations.Principals;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages.Groups;

/// <summary>The groups, first those whose members and owners are managed here.</summary>
public sealed partial class GroupsPage
{
    protected override object State => Address.Query("q") ?? "";

    [Inject]
    private ListGroups Groups { get; set; } = default!;

    protected override Task<Outcome<Page<ListedGroup>>> PageAsync(PageAsk page, CancellationToken ct) =>
        Groups.ExecuteAsync(Caller, only: null, Address.Query("q"), page, ct);
}
