using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakePolicyStoreTests() : PolicyStoreContract(new FakePorts());

public sealed class SqlitePolicyStoreTests() : PolicyStoreContract(new SqlitePorts());

public sealed class PostgresPolicyStoreTests() : PolicyStoreContract(new PostgresPorts());
