using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeAppStoreTests() : AppStoreContract(new FakePorts());

public sealed class SqliteAppStoreTests() : AppStoreContract(new SqlitePorts());

public sealed class PostgresAppStoreTests() : AppStoreContract(new PostgresPorts());
