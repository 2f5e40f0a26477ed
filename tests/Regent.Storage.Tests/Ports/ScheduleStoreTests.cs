using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeScheduleStoreTests() : ScheduleStoreContract(new FakePorts());

public sealed class SqliteScheduleStoreTests() : ScheduleStoreContract(new SqlitePorts());

public sealed class PostgresScheduleStoreTests() : ScheduleStoreContract(new PostgresPorts());
