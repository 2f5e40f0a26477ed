using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Regent.Targets.Tests;

/// <summary>A real web server on the loopback address that says to every call what a test wants.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<string> calls = [];

    private HostileServer(WebApplication app, Func<HttpRequest, IResult> answer)
    {
        this.app = app;
        app.Run(async context =>
        {
            lock (calls)
            {
                calls.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            }

            await answer(context.Request).ExecuteAsync(context);
        });
    }

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>The calls that came in, such as <c>GET /Users</c>.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (calls)
            {
                return [.. calls];
            }
        }
    }

    public static Task<HostileServer> StartAsync(Func<HttpRequest, IResult> answer) => StartAsync(IPAddress.Loopback, port: 0, answer);

    public static async Task<HostileServer> StartAsync(IPAddress address, int port, Func<HttpRequest, IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(address, port));
        var server = new HostileServer(builder.Build(), answer);
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
