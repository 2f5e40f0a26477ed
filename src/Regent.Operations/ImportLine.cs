namespace Regent.Operations;

/// <summary>What an import made of one line, and why.</summary>
/// <param name="Line">The line's number in the file.</param>
/// <param name="Name">Whom or what it is about.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Message">What changed, or why it was refused and what would help.</param>
public sealed record ImportLine(int Line, string Name, ImportOutcome Outcome, string Message);
