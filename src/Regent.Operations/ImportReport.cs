namespace Regent.Operations;

/// <summary>What an import did, line by line.</summary>
/// <param name="Lines">In the order of the file.</param>
/// <param name="IsWritten">False when nothing was imported, because a line was refused and errors were not to be skipped.</param>
public sealed record ImportReport(IReadOnlyList<ImportLine> Lines, bool IsWritten)
{
    public int Count(ImportOutcome outcome) => Lines.Count(line => line.Outcome == outcome);
}
