using Regent.Testing.Targets;

namespace Regent.Targets.Tests.Scim;

/// <summary>An application that speaks SCIM, written by others; started once for all tests, with a world of its own for each.</summary>
public sealed class ScimApplication : IAsyncLifetime
{
    private const string Folder = "tests/scim";

    private NodeServer? server;
    private int worlds;

    public static string? Missing { get; } = NodeServer.Missing(Folder);

    public int Port => server!.Port;

    public async ValueTask InitializeAsync() => server = Missing is null ? await NodeServer.StartAsync(Folder) : null;

    public async ValueTask DisposeAsync() => await (server?.DisposeAsync() ?? ValueTask.CompletedTask);

    /// <summary>Makes a world that accepts one token; skips the test where the application cannot be had.</summary>
    /// <param name="manner">What is in it and how it behaves, in the words of server.mjs.</param>
    public async Task<ScimWorld> MakeAsync(object manner)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        return await ScimWorld.MakeAsync(Port, $"w{Interlocked.Increment(ref worlds)}", manner);
    }
}
