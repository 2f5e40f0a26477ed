namespace Regent.Core.Policies;

/// <summary>A reference into somebody's ticket system; stored and shown, never looked up.</summary>
public sealed record Ticket(string? Number, string? System)
{
    public bool IsComplete => !string.IsNullOrWhiteSpace(Number) && !string.IsNullOrWhiteSpace(System);

    /// <summary>Why it cannot be kept, and what would help; null when it can.</summary>
    internal (string Explanation, string Remedy)? Flaw => FreeText.FlawIn(Number, "ticket number") ?? FreeText.FlawIn(System, "ticket system");
}
