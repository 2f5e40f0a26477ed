using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeUnitOfWorkTests() : UnitOfWorkContract(new FakePorts());

public sealed class SqliteUnitOfWorkTests() : UnitOfWorkContract(new SqlitePorts());

public sealed class PostgresUnitOfWorkTests() : UnitOfWorkContract(new PostgresPorts());
