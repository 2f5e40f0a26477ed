using System.Diagnostics;

namespace Regent.Testing.Targets;

/// <summary>A real <c>ssh-agent</c> with a socket in a folder.</summary>
public sealed class SshAgent : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly Process process;

    private SshAgent(string folder)
    {
        Socket = Path.Combine(folder, "agent.sock");
        process = SshPrograms.Start("ssh-agent", ["-D", "-a", Socket]);
    }

    public string Socket { get; }

    public static async Task<SshAgent> StartAsync(string folder, CancellationToken ct)
    {
        var agent = new SshAgent(folder);
        for (var since = Stopwatch.StartNew(); !File.Exists(agent.Socket); await Task.Delay(BetweenLooks, ct))
        {
            Assert.True(since.Elapsed < Patience, "ssh-agent did not start.");
        }

        return agent;
    }

    /// <summary>Has it hold a private key.</summary>
    public async Task AddAsync(string key, CancellationToken ct)
    {
        var (exit, said) = await SshPrograms.RunAsync("env", [$"SSH_AUTH_SOCK={Socket}", "ssh-add", "-q", key], ct);
        Assert.True(exit == 0, said);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
