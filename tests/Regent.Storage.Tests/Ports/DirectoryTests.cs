using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeDirectoryTests() : DirectoryContract(new FakePorts());

public sealed class SqliteDirectoryTests() : DirectoryContract(new SqlitePorts());

public sealed class PostgresDirectoryTests() : DirectoryContract(new PostgresPorts());
