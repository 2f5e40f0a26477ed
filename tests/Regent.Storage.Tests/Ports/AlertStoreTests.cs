using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeAlertStoreTests() : AlertStoreContract(new FakePorts());

public sealed class SqliteAlertStoreTests() : AlertStoreContract(new SqlitePorts());

public sealed class PostgresAlertStoreTests() : AlertStoreContract(new PostgresPorts());
