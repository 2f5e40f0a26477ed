using Regent.Testing.Rules;

namespace Regent.Storage.Tests.Rules;

public sealed class FakeJudgedAgainRulesTests() : JudgedAgainRules(new FakePorts());

public sealed class SqliteJudgedAgainRulesTests() : JudgedAgainRules(new SqlitePorts());

public sealed class PostgresJudgedAgainRulesTests() : JudgedAgainRules(new PostgresPorts());
