using Microsoft.EntityFrameworkCore;
using Regent.Storage.Conventions;

namespace Regent.Storage;

/// <summary>Regent's tables in one SQLite file.</summary>
public sealed class SqliteRegentDb(DbContextOptions<SqliteRegentDb> options) : RegentDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMicroseconds>();
    }
}
