using Regent.Testing.Rules;

namespace Regent.Storage.Tests.Rules;

public sealed class FakeAssignmentRulesTests() : AssignmentRules(new FakePorts());

public sealed class SqliteAssignmentRulesTests() : AssignmentRules(new SqlitePorts());

public sealed class PostgresAssignmentRulesTests() : AssignmentRules(new PostgresPorts());
