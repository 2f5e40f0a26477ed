using Regent.Core.Targets;
using Regent.Drill.Watching;
using Regent.Testing.Targets;

namespace Regent.Drill.Site;

/// <summary>A target of the drill: its server, the network to it, and who looks at it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Settings">How Regent reaches it.</param>
/// <param name="Proxy">The network in between.</param>
/// <param name="Eye">Who looks at it past Regent.</param>
/// <param name="StopAsync">Stops its server, decently or not.</param>
/// <param name="StartAsync">Starts its server again.</param>
internal sealed record DrilledTarget(
    string Name, TargetKind Kind, IReadOnlyDictionary<string, string> Settings, CuttableProxy Proxy, IEye Eye,
    Func<bool, Task> StopAsync, Func<Task> StartAsync)
{
    public Uptime Uptime { get; } = new();

    /// <summary>Its id in Regent, once it is there.</summary>
    public TargetId Id { get; set; }
}
