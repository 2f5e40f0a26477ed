using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Principals;
using Regent.Operations.Ports;
using Regent.Server.Commands;
using Regent.Server.Hosting;
using Regent.Storage;

namespace Regent.Server.Tests.Cli;

/// <summary>A data directory, the commands that work on it, and a look into it.</summary>
/// <param name="connection">The database; one in the directory without it.</param>
internal sealed class LocalData(string? connection = null) : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("regent-local-").FullName;

    public string Data => Path.Combine(directory, "data");

    /// <summary>Runs a command on the directory.</summary>
    public Task<Ran> RunAsync(params string[] args) =>
        RunAnywhereAsync([.. args, "--data", Data, .. connection is null ? Array.Empty<string>() : ["--connection", connection]]);

    public static async Task<Ran> RunAnywhereAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exit = await LocalCommands.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return new Ran(exit, output.ToString(), error.ToString());
    }

    /// <summary>Imports these lines.</summary>
    public async Task<Ran> ImportAsync(params string[] lines) => await RunAsync("import", await FileAsync(string.Join('\n', lines)));

    public async Task<string> FileAsync(string content)
    {
        var file = Path.Combine(directory, "people.csv");
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        return file;
    }

    /// <summary>Asks the services that a server on this directory would have.</summary>
    public async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> question)
    {
        var builder = WebApplication.CreateBuilder(["--Regent:Data", Data, "--ConnectionStrings:Regent", connection ?? ""]);
        builder.Services.AddRegent(builder.Configuration);
        await using var regent = builder.Build();
        await regent.Services.PrepareRegentStorageAsync(TestContext.Current.CancellationToken);
        return await question(regent.Services);
    }

    public Task<Principal?> FindAsync(string name) => AskAsync(services =>
        UserPrincipalName.TryParse(name, out var upn)
            ? services.GetRequiredService<IDirectory>().FindByNameAsync(upn, TestContext.Current.CancellationToken)
            : Task.FromResult<Principal?>(null));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }
}
