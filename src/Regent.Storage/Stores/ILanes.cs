using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Storage.Stores;

/// <summary>How the database at hand lets only one at a time work in a target.</summary>
internal interface ILanes
{
    /// <summary>The due work of a share in a target for whoever has it alone; null when there is none, or somebody else has it.</summary>
    Task<IAgendaLane?> EnterAsync(TargetId target, TargetShare share, DateTimeOffset now, int most, CancellationToken ct);
}
