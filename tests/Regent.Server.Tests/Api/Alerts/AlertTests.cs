using System.Net;
using System.Text.Json.Nodes;
using Regent.Core.Alerts;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Alerts;

public sealed class AlertTests(SampleServer server) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private AlertClient ada = null!;

    public async ValueTask InitializeAsync()
    {
        ada = await AlertClient.OfAsync(server, "ada");
        await ada.ScanAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Active_alerts_can_be_asked_for()
    {
        var active = await ada.GetAsync($"{AlertClient.Alerts}?{AlertClient.Scope} and isActive eq true");
        var others = await ada.GetAsync($"{AlertClient.Alerts}?{AlertClient.Scope} and isActive eq false");

        Assert.Contains(active["value"]!.AsArray(), one => (string?)one!["id"] == ada.Id(AlertKind.NoMfaOnRoleActivation));
        Assert.All(active["value"]!.AsArray(), one => Assert.True((bool)one!["isActive"]!));
        Assert.Equal(10 - active["value"]!.AsArray().Count, others["value"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?$filter=id eq 'x'")]
    [InlineData("?$filter=scopeId eq '/'")]
    [InlineData("?$filter=scopeType eq 'DirectoryRole'")]
    [InlineData("/$count")]
    public async Task A_list_must_name_its_scope(string query)
    {
        foreach (var set in new[] { AlertClient.Alerts, AlertClient.Definitions, AlertClient.Configurations })
        {
            Assert.Equal("MissingProvider", ApiClient.Code(await ada.GetAsync(set + query, HttpStatusCode.BadRequest)));
        }
    }

    [Theory]
    [InlineData("scopeId eq '/' and scopeType eq 'Group'", "BadRequest")]
    [InlineData("scopeId eq '/x' and scopeType eq 'DirectoryRole'", "BadRequest")]
    [InlineData("scopeId eq '/' and scopeType eq 'DirectoryRole' and lastScannedDateTime ge 2026-01-01T00:00:00Z", "Request_UnsupportedQuery")]
    [InlineData("scopeId eq '/' and scopeType eq 'DirectoryRole' and unheardOf eq 1", "BadRequest")]
    public async Task A_filter_that_cannot_be_answered_is_refused(string filter, string code) =>
        Assert.Equal(code, ApiClient.Code(await ada.GetAsync($"{AlertClient.Alerts}?$filter={filter}", HttpStatusCode.BadRequest)));

    [Fact]
    public async Task Lists_are_counted_and_cut()
    {
        Assert.Equal("10", await ada.TextAsync($"{AlertClient.Alerts}/$count?{AlertClient.Scope}"));
        Assert.Equal("10", await ada.TextAsync($"{AlertClient.Definitions}/$count?{AlertClient.Scope}"));
        Assert.Equal("9", await ada.TextAsync($"{AlertClient.Configurations}/$count?{AlertClient.Scope} and alertDefinitionId ne '{ada.Id(AlertKind.StaleSignIn)}'"));
        var first = await ada.GetAsync($"{AlertClient.Definitions}?{AlertClient.Scope}&$top=6&$select=displayName");
        var rest = await ada.GetAsync((string)first["@odata.nextLink"]!);

        Assert.Equal((6, 4), (first["value"]!.AsArray().Count, rest["value"]!.AsArray().Count));
        Assert.Null(rest["@odata.nextLink"]);
    }

    [Theory]
    [InlineData("gt 0", 1, 99)]
    [InlineData("ge 1", 1, 99)]
    [InlineData("lt 0.5", 0, 0)]
    [InlineData("le 0", 0, 0)]
    [InlineData("eq 0", 0, 0)]
    [InlineData("ne 0", 1, 99)]
    public async Task Alerts_are_found_by_how_much_they_found(string comparison, int least, int most)
    {
        var found = (await ada.GetAsync($"{AlertClient.Alerts}?{AlertClient.Scope} and incidentCount {comparison}"))["value"]!.AsArray();

        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.InRange((int)one!["incidentCount"]!, least, most));
    }

    [Fact]
    public async Task What_was_asked_of_alerts_is_counted()
    {
        var before = int.Parse(await ada.TextAsync($"{AlertClient.Root}/operations/$count"), null);
        await ada.ScanAsync();

        Assert.Equal($"{before + 1}", await ada.TextAsync($"{AlertClient.Root}/operations/$count"));
        var counted = await ada.GetAsync($"{AlertClient.Root}/operations?$count=true&$top=1");
        Assert.Equal((before + 1, 1), ((int)counted["@odata.count"]!, counted["value"]!.AsArray().Count));
    }

    [Fact]
    public async Task Incidents_are_counted_and_cut()
    {
        var incidents = $"{AlertClient.Alerts}/{ada.Id(AlertKind.NoMfaOnRoleActivation)}/alertIncidents";
        var count = int.Parse(await ada.TextAsync($"{incidents}/$count"), null);
        var first = await ada.GetAsync($"{incidents}?$top=2&$count=true");
        var rest = await ada.GetAsync((string)first["@odata.nextLink"]!);

        Assert.Equal((count, 2), ((int)first["@odata.count"]!, first["value"]!.AsArray().Count));
        Assert.Equal(2, rest["value"]!.AsArray().Count);
        Assert.DoesNotContain(rest["value"]!.AsArray(), one => first["value"]!.AsArray().Any(other => JsonNode.DeepEquals(one, other)));
        Assert.Equal(count, (int)(await ada.AlertAsync(AlertKind.NoMfaOnRoleActivation))["incidentCount"]!);
    }

    [Fact]
    public async Task Ids_are_read_in_any_letter_case_and_others_are_not_found()
    {
        await ada.GetAsync($"{AlertClient.Alerts}/{ada.Id(AlertKind.StaleSignIn).ToUpperInvariant()}/alertDefinition");
        foreach (var path in new[] { "alerts/x", "alertDefinitions/x", "alertConfigurations/x", "operations/x", "alerts/x/alertIncidents", "alerts/x/alertConfiguration" })
        {
            await ada.GetAsync($"{AlertClient.Root}/{path}", HttpStatusCode.NotFound);
        }

        await ada.GetAsync($"{AlertClient.Alerts}/{ada.Id(AlertKind.StaleSignIn)}/alertIncidents/{Guid.Empty}", HttpStatusCode.NotFound);
        await ada.GetAsync($"{AlertClient.Root}/operations/{Guid.Empty}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Dismissing_makes_it_inactive()
    {
        var alert = $"{AlertClient.Alerts}/{ada.Id(AlertKind.StaleSignIn)}";

        await ada.PatchAsync(alert, new Dictionary<string, object> { ["@odata.type"] = "#microsoft.graph.unifiedRoleManagementAlert", ["isActive"] = false });

        Assert.False((bool)(await ada.GetAsync(alert))["isActive"]!);
        Assert.Equal(1, (int)(await ada.GetAsync(alert))["incidentCount"]!);
    }

    [Fact]
    public async Task Nothing_else_of_an_alert_can_be_changed()
    {
        var alert = $"{AlertClient.Alerts}/{ada.Id(AlertKind.NoMfaOnRoleActivation)}";

        foreach (var body in new object[] { new { isActive = true }, new { incidentCount = 0 }, new { isActive = "no" }, new { } })
        {
            var refused = await ada.PatchAsync(alert, body, HttpStatusCode.BadRequest);
            Assert.Equal("Request_BadRequest", ApiClient.Code(refused));
        }

        Assert.True((bool)(await ada.GetAsync(alert))["isActive"]!);
    }

    [Fact]
    public async Task Scanning_all_says_for_which_scope()
    {
        var refused = await ada.RefusedAsync($"{AlertClient.Alerts}/refresh", HttpStatusCode.BadRequest, new { scopeId = "/", scopeType = "Group" });

        Assert.Equal("scopeType", (string?)refused["error"]!["target"]);
        await ada.RefusedAsync($"{AlertClient.Alerts}/refresh", HttpStatusCode.BadRequest, new { });
        await ada.RefusedAsync($"{AlertClient.Alerts}/nothing/refresh", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_asked_is_listed_the_newest_first()
    {
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        var operation = await ada.DoneAsync($"{AlertClient.Alerts}/{ada.Id(AlertKind.InvalidLicense)}/refresh");

        var all = (await ada.GetAsync($"{AlertClient.Root}/operations"))["value"]!.AsArray();

        Assert.Equal((string?)operation["id"], (string?)all[0]!["id"]);
        Assert.True(all.Count > 1);
        Assert.All(all, one => Assert.Equal("succeeded", (string?)one!["status"]));
    }

    [Fact]
    public async Task Alerts_are_of_beta_alone() =>
        await ada.GetAsync("/v1.0/identityGovernance/roleManagementAlerts/alerts", HttpStatusCode.NotFound);
}
