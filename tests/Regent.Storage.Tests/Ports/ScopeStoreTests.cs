using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeScopeStoreTests() : ScopeStoreContract(new FakePorts());

public sealed class SqliteScopeStoreTests() : ScopeStoreContract(new SqlitePorts());

public sealed class PostgresScopeStoreTests() : ScopeStoreContract(new PostgresPorts());
