using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Regent.Storage.Migrations;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model for SQLite without a server.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteRegentDb>
{
    public SqliteRegentDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteRegentDb>().UseSqlite("Data Source=:memory:").Options);
}
