using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Tokens;

/// <summary>The ways to a token, on PostgreSQL.</summary>
public sealed class PostgresFlowTests(PostgresServer server) : FlowTests(server), IClassFixture<PostgresServer>;
