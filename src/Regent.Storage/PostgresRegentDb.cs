using Microsoft.EntityFrameworkCore;
using Regent.Storage.Conventions;

namespace Regent.Storage;

/// <summary>Regent's tables in PostgreSQL.</summary>
public sealed class PostgresRegentDb(DbContextOptions<PostgresRegentDb> options) : RegentDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();

        // Text compares by its bytes, as SQLite does it, whatever the locale the server was set up with.
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
