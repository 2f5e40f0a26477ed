using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Operations.Assignments;
using Regent.Operations.Ports;
using Regent.Operations.Requests;

namespace Regent.Portal.Pages;

/// <summary>What may I do now, until when, and what waits for me.</summary>
public sealed partial class Dashboard
{
    private const int First = 5;

    protected override object State => nameof(Dashboard);

    [CascadingParameter]
    private Overview? Overview { get; set; }

    [Inject]
    private ListMyRoles Roles { get; set; } = default!;

    [Inject]
    private ListRequests Requests { get; set; } = default!;

    protected override async Task<DashboardContent> LoadAsync(CancellationToken ct)
    {
        var eligible = await Roles.ExecuteAsync(
            Caller, new MyRolesAsk(MyRolesTab.Eligible), new PageAsk(First), ct);

        return new DashboardContent(
            eligible.Items, await RequestsAsync(RequestList.ToDecide, ct), await RequestsAsync(RequestList.Mine, ct));
    }

    private async Task<IReadOnlyList<RequestListing>> RequestsAsync(RequestList list, CancellationToken ct) =>
        await Requests.ExecuteAsync(Caller, list, new RequestQuery(), new PageAsk(First), ct) is Outcome<Page<RequestListing>>.Done { Value: var page }
            ? page.Items
            : [];
}
