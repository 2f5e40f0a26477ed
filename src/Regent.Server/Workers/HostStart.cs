namespace Regent.Server.Workers;

/// <summary>Waits until the server answers: somebody may be waiting for the first page, and later work can wait that long.</summary>
internal static class HostStart
{
    public static async Task StartedAsync(this IHostApplicationLifetime host, CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = host.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }
}
