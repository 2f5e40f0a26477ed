using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeOriginStoreTests() : OriginStoreContract(new FakePorts());

public sealed class SqliteOriginStoreTests() : OriginStoreContract(new SqlitePorts());

public sealed class PostgresOriginStoreTests() : OriginStoreContract(new PostgresPorts());
