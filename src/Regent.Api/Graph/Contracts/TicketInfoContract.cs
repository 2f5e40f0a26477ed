using Regent.Core.Policies;

namespace Regent.Api.Graph.Contracts;

/// <summary>A reference into somebody's ticket system.</summary>
internal sealed record TicketInfoContract(string? TicketNumber, string? TicketSystem)
{
    public static TicketInfoContract Of(Ticket? ticket) => new(ticket?.Number, ticket?.System);
}
