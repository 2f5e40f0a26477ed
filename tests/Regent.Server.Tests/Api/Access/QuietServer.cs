using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Regent.Core.Targets;
using Regent.Operations.Lanes;
using Regent.Operations.Ports;
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

    /// <summary>Has a target be live with something in effect there, as if it had been reached.</summary>
    public async Task PretendAsync(string target)
    {
        var (targets, ledger, now) = (Services.GetRequiredService<ITargetStore>(), Services.GetRequiredService<ILedger>(), Clock.GetUtcNow());
        var known = await targets.FindAsync(new TargetId(new Guid(target)), TestContext.Current.CancellationToken);
        await Services.GetRequiredService<IUnitOfWork>().RunAsync(
            async ct =>
            {
                await targets.SaveAsync(known! with { State = TargetState.Live }, ct);
                await ledger.PutAsync(LedgerEntry.New(known.Id, new Holding("alan", "admins"), begins: true, now).Settle(LedgerState.InEffect, now), ct);
                return known;
            },
            TestContext.Current.CancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.RemoveAll<IHostedService>());
    }
}
