namespace Regent.Server.Tests.Hosting;

/// <summary>Waits for what another thread is about to bring about, by looking again, and gives up after a real while.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, string what)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!patience.IsCancellationRequested)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(25, CancellationToken.None);
        }

        throw new TimeoutException($"It did not come about: {what}");
    }

    public static Task TrueAsync(Func<Task<bool>> look, string what) =>
        GetAsync(async () => await look() ? "yes" : null, what);

    public static Task TrueAsync(Func<bool> look, string what) => TrueAsync(() => Task.FromResult(look()), what);
}
