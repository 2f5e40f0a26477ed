using Microsoft.Extensions.DependencyInjection;
using Regent.Core.Assignments;
using Regent.Operations.Ports;
using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Cli;

/// <summary>The same tenant into PostgreSQL.</summary>
public sealed class ImportEntraPostgresTests : IDisposable
{
    private const string Everything = "13 new, 2 changed, 1 unchanged, 1 left out, 0 refused.";

    private readonly EntraFolder tenant = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => tenant.Dispose();

    [Fact]
    public async Task A_dry_run_makes_no_database_and_the_import_does()
    {
        await tenant.FillAsync();
        var connection = PostgresDatabase.Absent();
        using var local = new LocalData(connection);

        var rehearsed = await local.RunAsync("import", "entra", tenant.Path, "--dry-run");
        Assert.Equal((0, Everything), (rehearsed.Exit, rehearsed.Lines[^2]));
        Assert.False(await PostgresDatabase.IsThereAsync(connection));

        var ran = await local.RunAsync("import", "entra", tenant.Path);
        Assert.Equal((0, Everything), (ran.Exit, ran.Lines[^2]));
        var held = await local.AskAsync(services => services.GetRequiredService<IScheduleStore>().FindAsync(new ScheduleId(Guid.Parse(EntraFolder.InUnit)), Ct));
        Assert.Equal(DateTimeOffset.Parse("2089-12-31T23:00:00Z", null), held?.Period.End);
    }

    [Fact]
    public async Task Importing_again_changes_nothing_and_a_dry_run_neither()
    {
        using var local = new LocalData(await PostgresDatabase.CreateAsync());
        await tenant.FillAsync();
        await local.RunAsync("import", "entra", tenant.Path);
        await tenant.PageAsync("users-3.json", EntraFolder.User("6f0e31a4-5a0c-4b5e-9a58-0d7b3f1c2a03", "eve", "Eve"));

        var rehearsed = await local.RunAsync("import", "entra", tenant.Path, "--dry-run");
        Assert.Equal((0, "1 new, 0 changed, 16 unchanged, 1 left out, 0 refused."), (rehearsed.Exit, rehearsed.Lines[^2]));
        Assert.Null(await local.FindAsync("eve@harbour.example"));

        await local.RunAsync("import", "entra", tenant.Path);
        var entries = await RecordAsync(local);
        var again = await local.RunAsync("import", "entra", tenant.Path);
        Assert.Equal((0, "0 new, 0 changed, 17 unchanged, 1 left out, 0 refused."), (again.Exit, again.Lines[^2]));
        Assert.Equal(entries, await RecordAsync(local));
    }

    private static Task<int> RecordAsync(LocalData local) =>
        local.AskAsync(services => services.GetRequiredService<IAuditLog>().CountAsync(new AuditQuery(), Ct));
}
