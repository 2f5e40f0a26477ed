using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Postgres;

/// <summary>One server for all tests of the target.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? server;

    public PostgresServer Server
    {
        get
        {
            Assert.SkipWhen(server is null, "PostgreSQL is not installed; ./test installs it.");
            return server!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (PostgresPrograms.Installed is { } programs)
        {
            server = await PostgresServer.StartAsync(programs, CancellationToken.None, "log_statement=all");
        }
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
