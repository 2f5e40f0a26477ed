using System.Net;
using Regent.Core.Alerts;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Alerts;

public sealed class AlertRemedyTests : IAsyncLifetime
{
    private readonly SampleServer server = new();
    private AlertClient ada = null!;

    public async ValueTask InitializeAsync()
    {
        ada = await AlertClient.OfAsync(server, "ada");
        await ada.ScanAsync();
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task What_nobody_uses_is_taken_away()
    {
        var before = await ada.AlertAsync(AlertKind.RedundantAssignment);
        var incident = before["alertIncidents"]!.AsArray().Single(one => (string?)one!["roleDisplayName"] == "Billing Administrator")!;

        var operation = await ada.DoneAsync(Remedy(AlertKind.RedundantAssignment, (string)incident["id"]!));

        Assert.EndsWith($"/alertIncidents/{incident["id"]}", (string?)operation["resourceLocation"], StringComparison.Ordinal);
        var after = await ada.AlertAsync(AlertKind.RedundantAssignment);
        Assert.Equal((int)before["incidentCount"]! - 1, (int)after["incidentCount"]!);
        var eligible = await ada.GetAsync(
            $"/beta/roleManagement/directory/roleEligibilityScheduleInstances?$filter=principalId eq '{incident["assigneeId"]}' and roleDefinitionId eq '{incident["roleDefinitionId"]}'");
        Assert.Empty(eligible["value"]!.AsArray());
    }

    [Fact]
    public async Task A_role_demands_a_second_factor_then()
    {
        var role = ApiClient.Role("User Administrator").ToString();

        await ada.DoneAsync(Remedy(AlertKind.NoMfaOnRoleActivation, role));

        Assert.DoesNotContain((await ada.AlertAsync(AlertKind.NoMfaOnRoleActivation))["alertIncidents"]!.AsArray(), one => (string?)one!["id"] == role);
    }

    [Fact]
    public async Task What_is_not_found_is_not_mended()
    {
        await ada.RefusedAsync(Remedy(AlertKind.RedundantAssignment, Guid.Empty.ToString()), HttpStatusCode.NotFound);
        await ada.RefusedAsync(Remedy(AlertKind.RedundantAssignment, "x"), HttpStatusCode.NotFound);
    }

    private string Remedy(AlertKind kind, string incident) => $"{AlertClient.Alerts}/{ada.Id(kind)}/alertIncidents/{incident}/remediate";
}
