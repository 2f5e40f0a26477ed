using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeRequestStoreTests() : RequestStoreContract(new FakePorts());

public sealed class SqliteRequestStoreTests() : RequestStoreContract(new SqlitePorts());

public sealed class PostgresRequestStoreTests() : RequestStoreContract(new PostgresPorts());
