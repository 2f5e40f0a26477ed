using Regent.Server.Tests.Hosting;

namespace Regent.Server.Tests.Tokens;

/// <summary>What gets no token, and when one stops working, on SQLite.</summary>
public sealed class SqliteRefusedTests(SampleServer server) : RefusedTests(server), IClassFixture<SampleServer>;
