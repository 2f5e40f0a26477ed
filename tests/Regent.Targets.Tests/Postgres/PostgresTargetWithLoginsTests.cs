using Regent.Testing.Contracts;
using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Postgres;

/// <summary>What every target promises, on logins that come and go.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresTargetWithLoginsTests(PostgresFixture fixture) : TargetContract
{
    protected override async Task<TargetUnderTest> StartAsync() => await PostgresUnderTest.StartAsync(fixture.Server, temporary: true, Ct);
}
