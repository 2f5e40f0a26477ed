using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regent.Drill.Orders;
using Regent.Server.Hosting;
using Regent.Server.SignIn;
using Regent.Server.Workers;

namespace Regent.Drill.Inside;

/// <summary>
/// The Regent that is killed: the product's storage, operations, targets and workers, without its pages. It reads one order a line and
/// answers each in a line of its own; its clock leaps when it is told to.
/// </summary>
internal static class DrilledRegent
{
    /// <summary>What it says when it works.</summary>
    public const string Ready = "ready";

    /// <param name="data">The data directory.</param>
    /// <param name="connection">The database; null is the one in the data directory.</param>
    /// <param name="ahead">How far its clock is ahead of others.</param>
    public static async Task RunAsync(string data, string? connection, TimeSpan ahead)
    {
        var clock = new LeapingClock(ahead);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(Settings(data, connection));
        builder.Logging.AddSimpleConsole(options => options.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRegent(builder.Configuration).AddRegentWorkers().AddSingleton<TimeProvider>(clock).AddSingleton<Desk>();
        // It tells whoever opens the page, and there is none.
        builder.Services.Remove(builder.Services.Single(one => one.ImplementationType == typeof(SetUpAnnouncer)));
        using var host = builder.Build();
        await host.StartAsync();
        Say(Ready);
        var desk = host.Services.GetRequiredService<Desk>();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var order = JsonSerializer.Deserialize<Order>(line)!;
            if (order.Act == Act.Leap)
            {
                clock.LeapTo(TimeSpan.FromTicks(order.Ahead));
                Say(JsonSerializer.Serialize(new Reply(order.Number, IsDone: true, Why: null, clock.GetUtcNow(), Schedule: null)));
                continue;
            }

            _ = Task.Run(async () => Say(JsonSerializer.Serialize(await desk.ServeAsync(order))));
        }

        await host.StopAsync();
    }

    /// <summary>The configuration of a Regent with this data.</summary>
    public static Dictionary<string, string?> Settings(string data, string? connection) => new()
    {
        ["Regent:Data"] = data,
        ["ConnectionStrings:Regent"] = connection,
    };

    private static void Say(string line)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
