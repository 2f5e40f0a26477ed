using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Storage.Rows;

/// <summary>An account that may be issued a principal.</summary>
internal sealed class SshPermitRow
{
    public Guid TargetId { get; init; }
    public required string Account { get; init; }
    public required string Principal { get; init; }
    public DateTimeOffset? Until { get; set; }

    public Holding Holding => new(Account, Principal);

    public TargetGrant ToPort() => new(Holding, Until);
}
