namespace Regent.Cli.Graph;

/// <summary>The server said no, for these reasons.</summary>
internal sealed class RefusedException(IReadOnlyList<Problem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(problem => problem.Message)))
{
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
