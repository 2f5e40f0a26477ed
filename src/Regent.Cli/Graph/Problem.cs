namespace Regent.Cli.Graph;

/// <summary>One reason for a no.</summary>
/// <param name="Code">The code that scripts go by.</param>
/// <param name="Message">A sentence for people.</param>
internal sealed record Problem(string? Code, string? Message);
