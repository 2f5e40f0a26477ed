using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Regent.Storage.Migrations;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model for PostgreSQL without a server.</summary>
internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresRegentDb>
{
    public PostgresRegentDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresRegentDb>().UseNpgsql("Host=localhost").Options);
}
