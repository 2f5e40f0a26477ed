using Regent.Operations.Ports;

namespace Regent.Storage.Rows;

internal sealed class WakeUpRow
{
    public Guid Id { get; init; }
    public Guid TargetId { get; init; }
    public TargetWork Work { get; init; }
    public Guid Subject { get; init; }
    public DateTimeOffset Due { get; init; }

    public WakeUp ToCore() => new(Work, Subject, Due);
}
