using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeMailStoreTests() : MailStoreContract(new FakePorts());

public sealed class SqliteMailStoreTests() : MailStoreContract(new SqlitePorts());

public sealed class PostgresMailStoreTests() : MailStoreContract(new PostgresPorts());
