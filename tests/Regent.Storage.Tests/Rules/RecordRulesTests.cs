using Regent.Testing.Rules;

namespace Regent.Storage.Tests.Rules;

public sealed class FakeRecordRulesTests() : RecordRules(new FakePorts());

public sealed class SqliteRecordRulesTests() : RecordRules(new SqlitePorts());

public sealed class PostgresRecordRulesTests() : RecordRules(new PostgresPorts());
