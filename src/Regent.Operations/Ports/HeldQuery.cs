using Regent.Core.Assignments;

namespace Regent.Operations.Ports;

/// <summary>Which of what administrators gave in directory roles is wanted; only what is in force.</summary>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Now">The moment of the question.</param>
/// <param name="Limit">Only what was given by then and not used since; of what no request gave, all.</param>
public sealed record HeldQuery(HeldProblem Problem, DateTimeOffset Now, DateTimeOffset Limit)
{
    public ScheduleId? Id { get; init; }
}
