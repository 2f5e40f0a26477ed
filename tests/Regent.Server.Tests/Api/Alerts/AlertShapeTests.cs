using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Alerts;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Alerts;

/// <summary>What goes over the wire about alerts, to the letter.</summary>
public sealed class AlertShapeTests(SampleServer server) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private readonly Shape shape = new();
    private AlertClient ada = null!;

    public async ValueTask InitializeAsync()
    {
        ada = await AlertClient.OfAsync(server, "ada");
        shape.Naming(server.Services.GetRequiredService<Tenant>().Id.ToString(), "tenant");
        foreach (var name in new[] { "ada", "alan", "edsger", "margaret" })
        {
            shape.Naming((await server.PersonAsync(name)).Id.ToString(), name);
        }

        foreach (var role in DirectoryRoles.BuiltIn)
        {
            shape.Naming(role.Id.ToString(), role.DisplayName);
        }

        await ada.ScanAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_list_of_alerts() =>
        shape.Is("alerts", await ada.GetAsync($"{AlertClient.Alerts}?{AlertClient.Scope}&$count=true"));

    [Fact]
    public async Task An_alert_with_all_that_belongs_to_it() => IsNamed(
        "alert-expanded",
        await ada.GetAsync($"{AlertClient.Alerts}/{ada.Id(AlertKind.RedundantAssignment)}?$expand=alertDefinition,alertConfiguration,alertIncidents"));

    [Fact]
    public async Task The_configurations() =>
        shape.Is("alert-configurations", await ada.GetAsync($"{AlertClient.Configurations}?{AlertClient.Scope}"));

    [Fact]
    public async Task A_configuration() =>
        shape.Is("alert-configuration", await ada.GetAsync($"{AlertClient.Configurations}/{ada.Id(AlertKind.SequentialActivationRenewals)}"));

    [Fact]
    public async Task A_definition() =>
        shape.Is("alert-definition", await ada.GetAsync($"{AlertClient.Definitions}/{ada.Id(AlertKind.TooManyGlobalAdminsAssignedToTenant)}"));

    [Fact]
    public async Task Incidents_of_people_who_do_not_sign_in() => IsNamed("alert-incidents-stale", await IncidentsAsync(AlertKind.StaleSignIn));

    [Fact]
    public async Task An_incident_of_a_role_that_a_password_activates() => shape.Is(
        "alert-incident-no-mfa",
        await ada.GetAsync($"{AlertClient.Alerts}/{ada.Id(AlertKind.NoMfaOnRoleActivation)}/alertIncidents/{ApiClient.Role("User Administrator")}"));

    [Fact]
    public async Task An_operation()
    {
        var operation = await ada.DoneAsync($"{AlertClient.Alerts}/{ada.Id(AlertKind.StaleSignIn)}/refresh");

        shape.Naming((string?)operation["id"], "operation").Is("alert-operation", operation);
    }

    private Task<JsonObject> IncidentsAsync(AlertKind kind) => ada.GetAsync($"{AlertClient.Alerts}/{ada.Id(kind)}/alertIncidents");

    // What is found has the id of what it is about, which is another each time.
    private void IsNamed(string file, JsonObject answer)
    {
        var found = (answer["value"] ?? answer["alertIncidents"])!.AsArray();
        for (var place = 0; place < found.Count; place++)
        {
            shape.Naming((string?)found[place]!["id"], $"incident {place + 1}");
        }

        shape.Is(file, answer);
    }
}
