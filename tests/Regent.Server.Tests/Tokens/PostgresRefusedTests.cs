using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Tokens;

/// <summary>What gets no token, and when one stops working, on PostgreSQL.</summary>
public sealed class PostgresRefusedTests(PostgresServer server) : RefusedTests(server), IClassFixture<PostgresServer>;
