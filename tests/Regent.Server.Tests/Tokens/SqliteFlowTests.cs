using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Tokens;

/// <summary>The ways to a token, on SQLite.</summary>
public sealed class SqliteFlowTests(SampleServer server) : FlowTests(server), IClassFixture<SampleServer>;
