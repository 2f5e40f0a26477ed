namespace Regent.Core.Policies;

/// <summary>A reference into somebody's ticket system; stored and shown, never looked up.</summary>
public sealed record Ticket(string? Number, string? System)
{
    public bool IsComplete => !string.IsNullOrWhiteSpace(Number) && !string.IsNullOrWhiteSpace(System);
}
