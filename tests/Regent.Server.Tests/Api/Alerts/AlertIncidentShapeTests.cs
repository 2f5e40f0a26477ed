using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Alerts;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Server.Tests.Hosting;
using Regent.Testing;

namespace Regent.Server.Tests.Api.Alerts;

/// <summary>What goes over the wire about incidents that the sample organisation has none of, to the letter.</summary>
public sealed class AlertIncidentShapeTests : IAsyncLifetime
{
    private readonly SampleServer server = new();
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

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Incidents_of_assignments_without_a_request()
    {
        await AddAsync(Make.Assignment((await server.PersonAsync("alan")).Id, Role("Global Reader"), server.Clock.GetUtcNow()));

        IsNamed("alert-incidents-outside", await IncidentsAsync(AlertKind.RolesAssignedOutsidePim));
    }

    [Fact]
    public async Task Incidents_of_activations_in_a_row()
    {
        var (alan, now) = ((await server.PersonAsync("alan")).Id, server.Clock.GetUtcNow());
        foreach (var hours in new[] { 3, 2, 1 })
        {
            await AddAsync(Make.Activation(
                Make.Eligibility(alan, Role("User Administrator"), now.AddDays(-9)), alan, now.AddHours(-hours), now.AddHours(1 - hours)));
        }

        IsNamed("alert-incidents-sequential", await IncidentsAsync(AlertKind.SequentialActivationRenewals));
    }

    [Fact]
    public async Task Incidents_of_global_administrators()
    {
        var alan = (await server.PersonAsync("alan")).Id;
        await AddAsync(Make.Eligibility(alan, DirectoryRoles.GlobalAdministrator, server.Clock.GetUtcNow()));
        await ada.PatchAsync(
            $"{AlertClient.Configurations}/{ada.Id(AlertKind.TooManyGlobalAdminsAssignedToTenant)}",
            new Dictionary<string, object>
            {
                ["@odata.type"] = "#microsoft.graph.tooManyGlobalAdminsAssignedToTenantAlertConfiguration",
                ["globalAdminCountThreshold"] = 2,
            });

        IsNamed("alert-incidents-administrators", await IncidentsAsync(AlertKind.TooManyGlobalAdminsAssignedToTenant));
    }

    private static RoleDefinitionId Role(string name) => DirectoryRoles.BuiltIn.Single(role => role.DisplayName == name).Id;

    private Task<bool> AddAsync(Schedule schedule) => server.Services.GetRequiredService<IUnitOfWork>().RunAsync(
        async ct =>
        {
            await server.Services.GetRequiredService<IScheduleStore>().AddAsync(schedule, ct);
            return true;
        },
        TestContext.Current.CancellationToken);

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
