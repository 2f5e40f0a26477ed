using Regent.Testing.Rules;

namespace Regent.Storage.Tests.Rules;

public sealed class FakeNamedRequestRulesTests() : NamedRequestRules(new FakePorts());

public sealed class SqliteNamedRequestRulesTests() : NamedRequestRules(new SqlitePorts());

public sealed class PostgresNamedRequestRulesTests() : NamedRequestRules(new PostgresPorts());
