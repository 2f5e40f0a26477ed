using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeChangeFeedTests() : ChangeFeedContract(new FakePorts());

public sealed class SqliteChangeFeedTests() : ChangeFeedContract(new SqlitePorts());

public sealed class PostgresChangeFeedTests() : ChangeFeedContract(new PostgresPorts());
