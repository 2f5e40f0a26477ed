using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeAuditLogTests() : AuditLogContract(new FakePorts());

public sealed class SqliteAuditLogTests() : AuditLogContract(new SqlitePorts());

public sealed class PostgresAuditLogTests() : AuditLogContract(new PostgresPorts());
