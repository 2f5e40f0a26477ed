namespace Regent.Operations.Ports;

/// <summary>A text to be met in full, or by its beginning.</summary>
public sealed record TextMatch(string Text, bool IsBeginning);
