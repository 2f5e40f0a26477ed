using Regent.Testing.Rules;

namespace Regent.Storage.Tests.Rules;

public sealed class FakeTargetRulesTests() : TargetRules(new FakePorts());

public sealed class SqliteTargetRulesTests() : TargetRules(new SqlitePorts());

public sealed class PostgresTargetRulesTests() : TargetRules(new PostgresPorts());
