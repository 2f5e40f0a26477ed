namespace Regent.Cli;

/// <summary>Where a command runs.</summary>
/// <param name="Output">What was asked for.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Variable">Reads an environment variable.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, TimeProvider Clock, Func<string, string?> Variable)
{
    /// <summary>How often a waiting command looks again.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);
}
