using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Roles;
using Regent.Storage;
using Regent.Testing.Population;

namespace Regent.Server.Tests.Hosting;

/// <summary>The sample server among 10,000 people with 100,000 assignments, 5,000 groups and 5,000 resource groups in the sample's shop.</summary>
public sealed class CrowdedServer : SampleServer, IAsyncLifetime
{
    private static Scope Shop => Scope.TryParse("/subscriptions/5a1e0000-0000-4000-8000-000000000001", out var scope)
        ? scope
        : throw new UnreachableException();

    public async ValueTask InitializeAsync()
    {
        _ = Address;
        var factory = Services.GetRequiredService<IDbContextFactory<RegentDb>>();
        var crowd = await Crowd.AddAsync(factory, people: 10_000, schedules: 100_000, Clock.GetUtcNow(), CancellationToken.None);
        await CrowdedPlaces.AddAsync(factory, crowd, Shop, places: 5_000, Clock.GetUtcNow(), CancellationToken.None);
    }
}
