using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Assignments;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Operations.Ports;
using Regent.Operations.Recording;
using Regent.Server.Hosting;
using Regent.Server.Workers;
using Regent.Storage;
using Regent.Testing.Population;

namespace Regent.Bench;

/// <summary>
/// Many assignments that begin, and end, in the same moment: Regent's own workers in this process, until the last is seen gone, beside
/// the target's own client.
/// </summary>
internal sealed class Endings(Database database, IBenchTarget target, int assignments)
{
    private const int Roles = 10;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan FarAway = TimeSpan.FromDays(1);

    /// <summary>The seconds of each round.</summary>
    public async Task<IReadOnlyList<EndingTimes>> RunAsync(int rounds)
    {
        await using var host = Host();
        var services = host.Services;
        await services.PrepareRegentAsync();
        var roles = DirectoryRoles.BuiltIn.Take(Roles).Select(role => role.Id).ToArray();
        var entitlements = await target.FillAsync(assignments / Roles, Roles);
        var live = await LiveTarget.AddAsync(services, target, roles, entitlements);
        await HandOutAsync(services, roles);
        await host.StartAsync();
        var times = new List<EndingTimes>();
        for (var round = 0; round < rounds; round++)
        {
            times.Add(await RoundAsync(services, live, entitlements, oneByOne: round == rounds / 2));
        }

        await host.StopAsync();
        return times;
    }

    // Nobody calls it; the workers want a server to work in.
    private WebApplication Host()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(database.Settings);
        builder.Services.AddRegent(builder.Configuration);
        builder.Services.AddRouting();
        builder.Services.AddRegentWorkers();
        return builder.Build();
    }

    private async Task HandOutAsync(IServiceProvider services, IReadOnlyList<RoleDefinitionId> roles)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var factory = services.GetRequiredService<IDbContextFactory<RegentDb>>();
        var people = await Crowd.AddAsync(factory, assignments / Roles, schedules: 0, now, CancellationToken.None);
        await Crowd.HandOutAsync(
            factory,
            from role in roles
            from person in people
            select new Schedule(
                ScheduleId.At(now), ScheduleKind.Assignment, AssignmentType.Activated, person.Id, role, Scope.Tenant,
                new Period(now, now + FarAway), now),
            CancellationToken.None);
    }

    private async Task<EndingTimes> RoundAsync(IServiceProvider services, Target live, IReadOnlyList<string> entitlements, bool oneByOne)
    {
        var holdings = await BeginAsync(services, live);
        var began = await UntilSettledAsync(services, live, LedgerState.InEffect);
        await DemandAsync(entitlements, assignments);
        await EndAsync(services, live);
        var ended = await UntilSettledAsync(services, live, LedgerState.Gone);
        await DemandAsync(entitlements, 0);
        return new EndingTimes(
            began, ended, oneByOne ? await TimeAsync(holdings, give: true, together: false) : null,
            oneByOne ? await TimeAsync(holdings, give: false, together: false) : null,
            await TimeAsync(holdings, give: true, together: true), await TimeAsync(holdings, give: false, together: true));
    }

    private static async Task<IReadOnlyList<Holding>> BeginAsync(IServiceProvider services, Target live)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await MoveEndAsync(services, now + FarAway);
        var claims = await services.GetRequiredService<LedgerReckoner>().AllAsync(live, now, CancellationToken.None);
        await services.GetRequiredService<IUnitOfWork>().RunAsync(
            async ct =>
            {
                await WakeAsync(services, live, await services.GetRequiredService<ILedger>().ClaimAsync(claims, now, ct), ct);
                return true;
            },
            CancellationToken.None);
        return [.. claims.Select(claim => claim.Holding)];
    }

    // All of them end at once, as if this had been their end from the beginning.
    private static async Task EndAsync(IServiceProvider services, Target live)
    {
        var lines = await services.GetRequiredService<ILedger>().OpenInAsync(live.Id, CancellationToken.None);
        await MoveEndAsync(services, services.GetRequiredService<TimeProvider>().GetUtcNow());
        await services.GetRequiredService<IUnitOfWork>().RunAsync(
            async ct =>
            {
                await WakeAsync(services, live, lines.Select(line => line.Id), ct);
                return true;
            },
            CancellationToken.None);
    }

    private static Task WakeAsync(IServiceProvider services, Target live, IEnumerable<LedgerEntryId> lines, CancellationToken ct)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return services.GetRequiredService<ITargetAgenda>().WakeAsync(
            live.Id, [.. lines.Select(line => new WakeUp(TargetWork.Converge, line.Value, now))], now, ct);
    }

    private static async Task MoveEndAsync(IServiceProvider services, DateTimeOffset end)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<RegentDb>>().CreateDbContextAsync();
        object stored = db.Database.IsNpgsql() ? end : (end.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        await db.Database.ExecuteSqlAsync($"update schedules set planned_end = {stored}, effective_end = {stored}");
        await db.Database.ExecuteSqlAsync($"delete from wake_ups");
    }

    private async Task<TimeSpan> UntilSettledAsync(IServiceProvider services, Target live, LedgerState state)
    {
        var watch = Stopwatch.StartNew();
        var (agenda, clock) = (services.GetRequiredService<ITargetAgenda>(), services.GetRequiredService<TimeProvider>());
        while (await agenda.NextDueAsync(live.Id, TargetShare.Access, CancellationToken.None) is { } due && due <= clock.GetUtcNow())
        {
            await Task.Delay(BetweenLooks);
        }

        var time = watch.Elapsed;
        var counts = await services.GetRequiredService<ILedger>().CountAsync(CancellationToken.None);
        return counts is [{ } count] && count.State == state && count.Count == assignments
            ? time
            : throw new InvalidOperationException($"Not all became {state}: {string.Join(", ", counts)}");
    }

    private async Task DemandAsync(IReadOnlyList<string> entitlements, int expected)
    {
        if (await target.CountAsync(entitlements) is var there && there != expected)
        {
            throw new InvalidOperationException($"{there} are in {target.Name} instead of {expected}.");
        }
    }

    private async Task<TimeSpan> TimeAsync(IReadOnlyList<Holding> holdings, bool give, bool together)
    {
        var script = target.Script(holdings, give, together);
        var watch = Stopwatch.StartNew();
        await target.RunAsync(script);
        return watch.Elapsed;
    }
}
