using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeLedgerTests() : LedgerContract(new FakePorts());

public sealed class SqliteLedgerTests() : LedgerContract(new SqlitePorts());

public sealed class PostgresLedgerTests() : LedgerContract(new PostgresPorts());
