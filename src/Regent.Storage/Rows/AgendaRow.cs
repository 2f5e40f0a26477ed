using Regent.Operations.Ports;

namespace Regent.Storage.Rows;

internal sealed class AgendaRow
{
    public Guid Id { get; init; }
    public AgendaKind Kind { get; init; }
    public Guid Subject { get; init; }
    public DateTimeOffset Due { get; set; }
    public int Attempts { get; set; }
    public string? LastError { get; set; }
    public DateTimeOffset? FailingSince { get; set; }

    public AgendaItem ToCore() => new(Id, Kind, Subject, Due, Attempts, LastError, FailingSince);
}
