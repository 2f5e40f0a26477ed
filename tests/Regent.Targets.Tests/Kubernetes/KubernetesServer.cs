using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Kubernetes;

/// <summary>The tests' stand-in for an API server, held to the published schema; started once, with a world of its own for each test.</summary>
public sealed class KubernetesServer : IAsyncLifetime
{
    private const string Folder = "tests/kubernetes";

    private NodeServer? server;
    private int worlds;

    public static string? Missing { get; } = NodeServer.Missing(Folder);

    public int Port => server!.Port;

    public async ValueTask InitializeAsync() => server = Missing is null ? await NodeServer.StartAsync(Folder) : null;

    public async ValueTask DisposeAsync() => await (server?.DisposeAsync() ?? ValueTask.CompletedTask);

    /// <summary>Makes a world in which Regent has the rights that the guide gives it; skips the test where there can be none.</summary>
    /// <param name="bound">The names of the roles that it may give.</param>
    public async Task<KubernetesWorld> MakeAsync(params string[] bound)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        return await KubernetesWorld.MakeAsync(Port, $"w{Interlocked.Increment(ref worlds)}", bound);
    }
}
