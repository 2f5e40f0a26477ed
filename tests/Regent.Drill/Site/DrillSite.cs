using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Core.Targets;
using Regent.Drill.Asking;
using Regent.Drill.Inside;
using Regent.Operations;
using Regent.Operations.Provisioning;
using Regent.Server.Hosting;
using Regent.Storage;
using Regent.Testing;
using Regent.Testing.Population;
using Regent.Testing.Targets;

namespace Regent.Drill.Site;

/// <summary>Everything a drill needs, with throw-away data: the targets, Regent's database with people, roles and mappings, and Regent.</summary>
internal sealed class DrillSite : IAsyncDisposable
{
    // What each role gives: by target, the numbers of the entitlements. They overlap. The last two are given by administrators.
    private static readonly int[][][] Gives =
    [
        [[0], [0]], [[0, 1], [1]], [[1], [0, 1]], [[2], [2]], [[], [1, 2]], [[0, 2], [0]], [[1], [2]],
    ];

    private const int Given = 2;

    private readonly string data = Directory.CreateTempSubdirectory("regent-drill-").FullName;
    private readonly DrilledTargets targets;
    private readonly PostgresServer? database;
    private readonly ServiceProvider services;

    private DrillSite(DrilledTargets targets, PostgresServer? database)
    {
        this.targets = targets;
        this.database = database;
        var connection = database?.ConnectionString().Replace("Pooling=False", "Pooling=True", StringComparison.Ordinal);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(DrilledRegent.Settings(data, connection)).Build();
        services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddRegent(configuration).BuildServiceProvider();
        Regent = new RegentProcess(data, connection, Time);
    }

    public DrillTime Time { get; } = new();

    public RegentProcess Regent { get; }

    public IReadOnlyList<DrilledTarget> Targets => targets.All;

    public Roster Roster { get; private set; } = null!;

    /// <summary>A part of the product, on the same database, beside the Regent that is killed.</summary>
    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task<DrillSite> StartAsync(DrillPlan plan, CancellationToken ct)
    {
        // The crowd's accounts are known before the crowd is.
        var accounts = Enumerable.Range(1, plan.People).Select(number => $"person{number:00000}").ToList();
        var site = new DrillSite(
            await DrilledTargets.StartAsync(accounts, ct),
            plan.OnPostgres ? await PostgresServer.StartAsync(PostgresPrograms.Installed!, ct) : null);
        try
        {
            await site.FillAsync(plan, ct);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Regent.DisposeAsync();
        await services.DisposeAsync();
        await targets.DisposeAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();
        await (database?.DisposeAsync() ?? ValueTask.CompletedTask);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Time.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private async Task FillAsync(DrillPlan plan, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        await services.PrepareRegentAsync(ct);
        var factory = The<IDbContextFactory<RegentDb>>();
        var crowd = await Crowd.AddAsync(factory, plan.People + 1, schedules: 0, now, ct);
        var administrator = crowd[^1];
        var roles = DirectoryRoles.BuiltIn.Where(role => !DirectoryRoles.Readers.Contains(role.Id)).Take(Gives.Length)
            .Select((role, number) => new DrillRole(role.Id, number >= Gives.Length - Given, Things(number))).ToList();
        Roster = new Roster([.. crowd.Take(plan.People)], roles);
        var eligible =
            from person in Roster.People
            from role in roles
            where !role.IsGiven
            select Schedule(ScheduleKind.Eligibility, person, role.Id, now);
        await Crowd.HandOutAsync(
            factory, eligible.Append(Schedule(ScheduleKind.Assignment, administrator, DirectoryRoles.GlobalAdministrator, now)), ct);
        foreach (var (number, target) in Targets.Index())
        {
            await AddAsync(new Caller(administrator.Id, MfaAt: null), target, number, roles, ct);
        }
    }

    private IReadOnlyList<IReadOnlyList<string>> Things(int role) =>
        [.. Gives[role].Select((numbers, target) => numbers.Select(number => targets.Entitlements[target][number]).ToList())];

    private static Schedule Schedule(ScheduleKind kind, Principal person, RoleDefinitionId role, DateTimeOffset now) => new(
        ScheduleId.At(now), kind, AssignmentType.Assigned, person.Id, role, Scope.Tenant, new Period(now, End: null), now);

    // As an administrator does it: add, map, look at the plan, start.
    private async Task AddAsync(Caller administrator, DrilledTarget target, int number, IReadOnlyList<DrillRole> roles, CancellationToken ct)
    {
        var ask = new TargetAsk(target.Name, target.Kind, "{name}", target.Settings) { SweepEvery = Target.ShortestSweepEvery };
        target.Id = (await The<SaveTarget>().ExecuteAsync(administrator, id: null, ask, ct)).Done().Id;
        foreach (var role in roles.Where(role => role.Gives[number].Count > 0))
        {
            var mapping = new MappingAsk(role.Id, Scope.Tenant, role.Gives[number], Landing.AtTheEnd);
            (await The<SaveMapping>().ExecuteAsync(administrator, target.Id, id: null, mapping, ct)).Done();
        }

        (await The<PlanTarget>().ExecuteAsync(administrator, target.Id, ct)).Done();
        (await The<ChangeTargetState>().StartAsync(administrator, target.Id, ct)).Done();
        target.Uptime.Ends(Watching.Uptime.Part.Regent);
    }
}
