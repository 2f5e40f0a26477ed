using Regent.Testing.Contracts;

namespace Regent.Storage.Tests.Ports;

public sealed class FakeSshDeskTests() : SshDeskContract(new FakePorts());

public sealed class SqliteSshDeskTests() : SshDeskContract(new SqlitePorts());

public sealed class PostgresSshDeskTests() : SshDeskContract(new PostgresPorts());
