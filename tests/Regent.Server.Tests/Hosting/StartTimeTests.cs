using Regent.Testing.Http;

namespace Regent.Server.Tests.Hosting;

/// <summary>Nobody waits long for a restart. Measured with nothing else running.</summary>
[Collection(nameof(Alone))]
public sealed class StartTimeTests : IDisposable
{
    private const int Tries = 8;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly string data = Directory.CreateTempSubdirectory("regent-start-").FullName;

    [Fact]
    public async Task A_server_that_is_started_again_is_ready_in_two_seconds()
    {
        await StartAsync();

        // What processors spend on it, and the best of a few: on a busy machine the clock says little. ./bench has the clock's time.
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < Tries && best >= Limit; attempt++)
        {
            var taken = await StartAsync();
            best = taken < best ? taken : best;
        }

        Assert.True(best < Limit, $"the best of {Tries} starts took {best.TotalSeconds:0.0} s");
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private async Task<TimeSpan> StartAsync()
    {
        await using var server = await BuiltServer.StartAsync(["--data", data, "--sample"], connection: null, TestContext.Current.CancellationToken);
        return server.ProcessorTime;
    }
}
