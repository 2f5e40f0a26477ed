using System.CommandLine;
using Microsoft.Extensions.Logging.Console;
using Regent.Operations.Roles;
using Regent.Server.Hosting;
using Regent.Storage;

namespace Regent.Server.Commands;

/// <summary>Where the data is that a local command works on, and the same services as the server's, which is not started.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> data = new("--data") { Description = "The server's data directory", HelpName = "DIR" };

    private readonly Option<string?> connection = new("--connection")
    {
        Description = "The database, when it is not in the data directory; also ConnectionStrings__Regent in the environment",
    };

    public void AddTo(Command command)
    {
        command.Add(data);
        command.Add(connection);
    }

    /// <summary>Opens data that is there already.</summary>
    public Task<WebApplication> OpenAsync(ParseResult parsed, CancellationToken ct) => OpenAsync(parsed, mayBeNew: false, links: null, ct);

    /// <summary>Opens data that is there already, to print links.</summary>
    public Task<WebApplication> OpenAsync(ParseResult parsed, PublicUrlOption links, CancellationToken ct) =>
        OpenAsync(parsed, mayBeNew: false, links, ct);

    /// <summary>Opens data that is there, or makes an empty organisation; to print links too, where an option says how they begin.</summary>
    public Task<WebApplication> OpenOrCreateAsync(ParseResult parsed, PublicUrlOption? links, CancellationToken ct) =>
        OpenAsync(parsed, mayBeNew: true, links, ct);

    /// <summary>
    /// Opens data that is there, and writes nothing to it; where there is none, an empty organisation on the stage, so that nothing is
    /// there afterwards either.
    /// </summary>
    public async Task<WebApplication> OpenToRehearseAsync(ParseResult parsed, RehearsalStage stage, CancellationToken ct)
    {
        var configuration = Configured(parsed, mayBeNew: true).Configuration;
        if (configuration.GetConnectionString("Regent") is { Length: > 0 } || File.Exists(FileIn(configuration["Regent:Data"]!)))
        {
            var regent = Build(Configured(parsed, mayBeNew: true));
            switch (await regent.Services.LookAtRegentStorageAsync(ct))
            {
                case StorageState.Ready:
                    return regent;
                case StorageState.Older:
                    await regent.DisposeAsync();
                    throw new MisuseException("The data is of an older version of Regent. Start the server once, which brings it to this one; then try again.");
                case StorageState.Missing:
                    await regent.DisposeAsync();
                    break;
            }
        }

        var staged = Configured(parsed, mayBeNew: true);
        staged.Configuration.AddInMemoryCollection(stage.Settings);
        return await PrepareAsync(Build(staged), ct);
    }

    private Task<WebApplication> OpenAsync(ParseResult parsed, bool mayBeNew, PublicUrlOption? links, CancellationToken ct)
    {
        var builder = Configured(parsed, mayBeNew);
        links?.Apply(parsed, builder.Configuration);
        return PrepareAsync(Build(builder), ct);
    }

    private WebApplicationBuilder Configured(ParseResult parsed, bool mayBeNew)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(Given(parsed));
        CheckPlace(builder.Configuration, mayBeNew);
        return builder;
    }

    private static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRegent(builder.Configuration);
        return builder.Build();
    }

    private static async Task<WebApplication> PrepareAsync(WebApplication regent, CancellationToken ct)
    {
        await regent.Services.PrepareRegentStorageAsync(ct);
        await regent.Services.GetRequiredService<InstallBuiltInRoles>().ExecuteAsync(ct);
        return regent;
    }

    private Dictionary<string, string?> Given(ParseResult parsed)
    {
        var given = new Dictionary<string, string?>();
        if (parsed.GetValue(data) is { } directory)
        {
            given["Regent:Data"] = directory;
        }

        if (parsed.GetValue(connection) is { } text)
        {
            given["ConnectionStrings:Regent"] = text;
        }

        return given;
    }

    /// <summary>A mistyped directory must not become a new, empty database.</summary>
    private static void CheckPlace(ConfigurationManager configuration, bool mayBeNew)
    {
        if (configuration.GetConnectionString("Regent") is not null)
        {
            return;
        }

        if (configuration["Regent:Data"] is not { Length: > 0 } directory)
        {
            throw new MisuseException("Say where the server keeps its data: --data DIR");
        }

        if (!mayBeNew && !File.Exists(FileIn(directory)))
        {
            throw new MisuseException($"There is no Regent data in {Path.GetFullPath(directory)}. Give the running server's --data DIR.");
        }
    }

    private static string FileIn(string directory) => Path.Combine(directory, "regent.db");
}
