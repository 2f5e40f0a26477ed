namespace Regent.Core.Policies;

/// <summary>A reference into somebody's ticket system; stored and shown, never looked up.</summary>
public sealed record Ticket(string? Number, string? System)
{
    public bool IsComplete => !string.IsNullOrWhiteSpace(Number) && !string.IsNullOrWhiteSpace(System);

    /// <summary>Why it cannot be kept; null when it can.</summary>
    internal string? Problem => FreeText.ProblemWith(Number, "ticket number") ?? FreeText.ProblemWith(System, "ticket system");
}
