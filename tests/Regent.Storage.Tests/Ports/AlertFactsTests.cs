using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeAlertFactsTests() : AlertFactsContract(new FakePorts());

public sealed class SqliteAlertFactsTests() : AlertFactsContract(new SqlitePorts());

public sealed class PostgresAlertFactsTests() : AlertFactsContract(new PostgresPorts());
