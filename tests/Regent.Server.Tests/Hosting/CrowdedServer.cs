using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Regent.Storage;
using Regent.Testing.Population;

namespace Regent.Server.Tests.Hosting;

/// <summary>The sample server among 10,000 people with 100,000 assignments.</summary>
public sealed class CrowdedServer : SampleServer, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        _ = Address;
        await Crowd.AddAsync(
            Services.GetRequiredService<IDbContextFactory<RegentDb>>(), people: 10_000, schedules: 100_000, Clock.GetUtcNow(),
            CancellationToken.None);
    }
}
