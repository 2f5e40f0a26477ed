using System.Net;
using Regent.Core.Alerts;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Alerts;

public sealed class AlertRightsTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("edsger", HttpStatusCode.OK)]
    [InlineData("grace", HttpStatusCode.OK)]
    [InlineData("barbara", HttpStatusCode.Forbidden)]
    public async Task Readers_read(string name, HttpStatusCode status)
    {
        var client = await AlertClient.OfAsync(server, name);
        var id = client.Id(AlertKind.NoMfaOnRoleActivation);
        foreach (var path in new[]
        {
            $"alerts?{AlertClient.Scope}", $"alertDefinitions?{AlertClient.Scope}", $"alertConfigurations?{AlertClient.Scope}", $"alerts/{id}",
            $"alerts/{id}/alertDefinition", $"alerts/{id}/alertConfiguration", $"alerts/{id}/alertIncidents", "operations",
            $"alerts/{id}/alertIncidents/{ApiClient.Role("User Administrator")}", $"alertDefinitions/{id}", $"alertConfigurations/{id}",
            $"alertConfigurations/{id}/alertDefinition",
        })
        {
            await client.GetAsync($"{AlertClient.Root}/{path}", status);
        }
    }

    [Theory]
    [InlineData("edsger")]
    [InlineData("barbara")]
    public async Task Nobody_but_administrators_changes(string name)
    {
        var client = await AlertClient.OfAsync(server, name);
        var id = client.Id(AlertKind.StaleSignIn);

        await client.PatchAsync($"{AlertClient.Alerts}/{id}", new { isActive = false }, HttpStatusCode.Forbidden);
        await client.PatchAsync(
            $"{AlertClient.Configurations}/{id}",
            new Dictionary<string, object> { ["@odata.type"] = "#microsoft.graph.staleSignInAlertConfiguration", ["isEnabled"] = false },
            HttpStatusCode.Forbidden);
        await client.RefusedAsync($"{AlertClient.Alerts}/refresh", HttpStatusCode.Forbidden, new { scopeId = "/", scopeType = "DirectoryRole" });
        await client.RefusedAsync($"{AlertClient.Alerts}/{id}/refresh", HttpStatusCode.Forbidden);
        await client.RefusedAsync($"{AlertClient.Alerts}/{id}/alertIncidents/{Guid.Empty}/remediate", HttpStatusCode.Forbidden);
    }
}
