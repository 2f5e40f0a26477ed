using Regent.Core.Targets;

namespace Regent.Targets.Postgres;

/// <summary>What is to be done about several things that were asked for.</summary>
/// <param name="Answers">What is known already, in the order of what was asked; null is whatever comes of the statements.</param>
/// <param name="Statements">What is left to be done, all or nothing.</param>
internal sealed record PostgresChange(IReadOnlyList<TargetAnswer?> Answers, IReadOnlyList<string> Statements);
