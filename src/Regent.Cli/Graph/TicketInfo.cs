namespace Regent.Cli.Graph;

/// <summary>A reference into somebody's ticket system.</summary>
internal sealed record TicketInfo(string? TicketNumber, string? TicketSystem);
