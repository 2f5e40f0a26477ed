using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Roles;
using Regent.Operations.Ports;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api;

/// <summary>When something breaks, the sender learns that, and nothing more.</summary>
public sealed class BreakdownTests : IAsyncDisposable
{
    private readonly BrokenServer server = new();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task What_broke_inside_is_told_in_the_same_form_without_its_cause()
    {
        var alan = await ApiClient.OfAsync(server, "alan");
        server.Roles.IsBroken = true;

        using var response = await alan.Http.GetAsync(ApiClient.RoleDefinitions, TestContext.Current.CancellationToken);

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("\"code\":\"InternalServerError\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("disk", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(response.Headers.GetValues("request-id")), text, StringComparison.Ordinal);
    }

    private sealed class BrokenServer : SampleServer
    {
        public BreakableRoles Roles { get; private set; } = null!;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services =>
            {
                var real = services.Last(service => service.ServiceType == typeof(IRoleStore)).ImplementationType!;
                services.AddSingleton<IRoleStore>(provider =>
                    Roles = new BreakableRoles((IRoleStore)ActivatorUtilities.CreateInstance(provider, real)));
            });
        }
    }

    private sealed class BreakableRoles(IRoleStore real) : IRoleStore
    {
        public bool IsBroken { get; set; }

        public Task<RoleDefinition?> FindAsync(RoleDefinitionId id, CancellationToken ct) => real.FindAsync(id, ct);

        public Task<IReadOnlyList<RoleDefinition>> ListAsync(RoleSystem system, CancellationToken ct) =>
            IsBroken ? throw new InvalidOperationException("The disk is on fire.") : real.ListAsync(system, ct);

        public Task SaveAsync(IReadOnlyCollection<RoleDefinition> roles, CancellationToken ct) => real.SaveAsync(roles, ct);

        public Task RemoveAsync(RoleDefinitionId id, CancellationToken ct) => real.RemoveAsync(id, ct);
    }
}
