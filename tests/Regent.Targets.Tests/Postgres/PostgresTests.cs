namespace Regent.Targets.Tests.Postgres;

/// <summary>The tests that share a server; each has roles of its own there.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresFixture>
{
    public const string Name = "PostgreSQL";
}
