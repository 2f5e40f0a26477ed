using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Assignments;
using Regent.Core.Principals;
using Regent.Core.Roles;
using Regent.Server.Hosting;
using Regent.Server.SignIn;
using Regent.Storage;
using Regent.Testing.Population;

namespace Regent.Bench;

/// <summary>The built server in a process of its own, as anybody runs it, on a database that was filled before.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly Process process;

    private RunningServer(Process process, Uri address, TimeSpan ready)
    {
        this.process = process;
        Address = address;
        ReadyAfter = ready;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the first answer of its health page.</summary>
    public TimeSpan ReadyAfter { get; }

    /// <summary>Fills the database and gives back a token for each of the people.</summary>
    public static async Task<IReadOnlyList<(Principal Person, string Token)>> FillAsync(
        Database database, int people, int schedules, int tokens)
    {
        await using var services = Services(database);
        var clock = services.GetRequiredService<TimeProvider>();
        await services.PrepareRegentAsync();
        var factory = services.GetRequiredService<IDbContextFactory<RegentDb>>();
        var crowd = await Crowd.AddAsync(factory, people, schedules, clock.GetUtcNow(), CancellationToken.None);
        var issued = new List<(Principal, string)>();
        foreach (var person in crowd.Take(tokens))
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AccountMaker>().CreateAsync(person.Id, person.UserPrincipalName!, Crowd.Password, CancellationToken.None);
            issued.Add((person, await services.GetRequiredService<AccessTokens>()
                .IssueAsync(person.Id, TimeSpan.FromHours(8), clock.GetUtcNow(), CancellationToken.None)));
        }

        return issued;
    }

    /// <summary>Makes these people eligible for every built-in role.</summary>
    public static async Task MakeEligibleAsync(Database database, IEnumerable<PrincipalId> people)
    {
        await using var services = Services(database);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await Crowd.HandOutAsync(
            services.GetRequiredService<IDbContextFactory<RegentDb>>(),
            from person in people
            from role in DirectoryRoles.BuiltIn
            select new Schedule(
                ScheduleId.At(now), ScheduleKind.Eligibility, AssignmentType.Assigned, person, role.Id, Scope.Tenant, new Period(now, End: null), now),
            CancellationToken.None);
    }

    /// <summary>Makes somebody Global Administrator.</summary>
    public static async Task MakeAdministratorAsync(Database database, PrincipalId person)
    {
        await using var services = Services(database);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await Crowd.HandOutAsync(
            services.GetRequiredService<IDbContextFactory<RegentDb>>(),
            [
                new Schedule(
                    ScheduleId.At(now), ScheduleKind.Assignment, AssignmentType.Assigned, person, DirectoryRoles.GlobalAdministrator,
                    Scope.Tenant, new Period(now, End: null), now),
            ],
            CancellationToken.None);
    }

    /// <summary>What the server is made of, in this process and on the same database.</summary>
    public static ServiceProvider Services(Database database)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddRegent(configuration).BuildServiceProvider();
    }

    public static async Task<RunningServer> StartAsync(Database database, int port)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[]
        {
            typeof(Composition).Assembly.Location, "--urls", address.ToString(), "--data", database.Folder, "--no-sample",
            "--contentRoot", AppContext.BaseDirectory, "--Logging:LogLevel:Default=Warning",
        })
        {
            start.ArgumentList.Add(argument);
        }

        if (database.IsPostgres)
        {
            start.Environment["ConnectionStrings__Regent"] = database.Connection;
        }

        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await AnswerAsync(address, process);
        return new RunningServer(process, address, watch.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task AnswerAsync(Uri address, Process process)
    {
        using var client = new HttpClient { BaseAddress = address };
        while (!process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/healthz", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }

        throw new InvalidOperationException("The server ended before it answered.");
    }
}
