using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeRoleStoreTests() : RoleStoreContract(new FakePorts());

public sealed class SqliteRoleStoreTests() : RoleStoreContract(new SqlitePorts());

public sealed class PostgresRoleStoreTests() : RoleStoreContract(new PostgresPorts());
