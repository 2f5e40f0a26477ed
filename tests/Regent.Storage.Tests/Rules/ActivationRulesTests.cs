using Regent.Testing.Rules;

namespace Regent.Storage.Tests.Rules;

public sealed class FakeActivationRulesTests() : ActivationRules(new FakePorts());

public sealed class SqliteActivationRulesTests() : ActivationRules(new SqlitePorts());

public sealed class PostgresActivationRulesTests() : ActivationRules(new PostgresPorts());
