using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeAgendaTests() : AgendaContract(new FakePorts());

public sealed class SqliteAgendaTests() : AgendaContract(new SqlitePorts());

public sealed class PostgresAgendaTests() : AgendaContract(new PostgresPorts());
