using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeAroundTests() : AroundContract(new FakePorts());

public sealed class SqliteAroundTests() : AroundContract(new SqlitePorts());

public sealed class PostgresAroundTests() : AroundContract(new PostgresPorts());
