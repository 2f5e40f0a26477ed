namespace Regent.Cli.Graph;

/// <summary>A no as it comes over the wire.</summary>
internal sealed record ErrorAnswer(ErrorAnswer.Body? Error)
{
    internal sealed record Body(string? Code, string? Message, IReadOnlyList<Problem>? Details);

    /// <summary>Every reason there is.</summary>
    public IReadOnlyList<Problem> Problems => Error switch
    {
        { Details: { Count: > 0 } details } => details,
        { Code: var code, Message: var message } => [new Problem(code, string.IsNullOrWhiteSpace(message) ? code : message)],
        null => [],
    };
}
