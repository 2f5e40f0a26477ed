using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Regent.Core.Targets;
using Regent.Operations.Provisioning;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Api.Access;

/// <summary>A sample server that does nothing in targets before a test says so.</summary>
public sealed class QuietServer : SampleServer
{
    /// <summary>Does all that is due in a target now.</summary>
    public async Task LandAsync(string target)
    {
        var lane = Services.GetRequiredService<TargetLane>();
        while (await lane.DoNextAsync(new TargetId(new Guid(target)), TestContext.Current.CancellationToken) <= Clock.GetUtcNow())
        {
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.RemoveAll<IHostedService>());
    }
}
